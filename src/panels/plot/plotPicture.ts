// The plots of this lab, for those who save them.
import type { PlotPath } from '../../plot/paths/plotPath.ts'
import { paintTrails } from '../../plot/paths/TrailCanvas.tsx'
import type { PlotPicture } from '../../plot/picture/file.ts'
import { type SvgPen, svgPen } from '../../plot/picture/svgPen.ts'
import type { View } from '../../plot/view.ts'
import type { Lab } from '../../state/lab/lab.ts'

type Source = () => PlotPicture | undefined

const plots = new WeakMap<Lab, Source>()

/** Offers the plot while it is on the screen. */
export function offerPlot(lab: Lab, source: Source): () => void {
  plots.set(lab, source)
  return () => plots.delete(lab)
}

/** The plot as it is now. */
export const plotOf = (lab: Lab): PlotPicture | undefined => plots.get(lab)?.()

/** What is below the paths, for those who save it. */
export interface Backdrop {
  /** Paints once more what is on canvas. */
  readonly paint: (pen: SvgPen) => void
  /** A picture of pixels that is shown instead of all layers, if there is one. */
  readonly instead: () => string | undefined
}

interface Canvases {
  readonly paths: readonly PlotPath[]
  readonly corrected: ReadonlyMap<number, PlotPath>
  readonly view: View
  readonly playhead: number
  readonly backdrop: Backdrop | undefined
}

/** What a frame shows: the back, what is on canvas painted once more, and what stands in front. */
export function pictureOf(frame: HTMLElement | null, canvases: Canvases): PlotPicture | undefined {
  const [back, ...front] = frame?.querySelectorAll<SVGSVGElement>(':scope > svg') ?? []
  if (!frame || !back) return undefined
  const { paths, corrected, view, playhead, backdrop } = canvases
  const image = backdrop?.instead()
  if (image) return pictureOfImage(image, view)
  const below = svgPen()
  backdrop?.paint(below)
  const trails = svgPen()
  paintTrails(trails, frame, { paths, corrected }, view, playhead)
  const layers = [clipped(below, view), back, clipped(trails, view), ...front]
  return { width: view.width, height: view.height, layers }
}

/** A picture that is made of pixels already, from its data: URL. */
const pictureOfImage = (url: string, { width, height }: View): PlotPicture => ({
  width,
  height,
  layers: [`<image href="${url}" width="${width}" height="${height}"/>`],
})

function clipped(pen: SvgPen, { margins, width, height }: View): string {
  const { left, top, right, bottom } = margins
  const area = `${left} ${top} ${width - left - right} ${height - top - bottom}`
  const [x, y, w, h] = area.split(' ')
  return `<svg x="${x}" y="${y}" width="${w}" height="${h}" viewBox="${area}">${pen.text()}</svg>`
}
