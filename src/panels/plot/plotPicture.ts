// A plot as a picture to keep.
import { clipped } from '../../plot/picture/clipped.ts'
import type { PlotPicture } from '../../plot/picture/file.ts'
import { svgPen } from '../../plot/picture/svgPen.ts'
import { paintTrails } from '../../plot/picture/trails.ts'
import type { View } from '../../plot/view.ts'
import type { ShownPlot } from './shownPlots.ts'

/** What a frame shows: the back, what is on canvas painted once more, and what stands in front. */
export function pictureOf(plot: ShownPlot): PlotPicture | undefined {
  const { frame, paths, corrected, view, playhead, backdrop } = plot
  const [back, ...front] = frame?.querySelectorAll<SVGSVGElement>(':scope > svg') ?? []
  if (!frame || !back) return undefined
  const image = backdrop?.instead()
  if (image) return pictureOfImage(image, view)
  const below = svgPen()
  backdrop?.paint(below)
  const trails = svgPen()
  paintTrails(trails, frame, { paths, corrected }, view, playhead)
  const layers = [clipped(below.text(), view), back, clipped(trails.text(), view), ...front]
  return { width: view.width, height: view.height, layers }
}

/** A picture that is made of pixels already, from its data: URL. */
const pictureOfImage = (url: string, { width, height }: View): PlotPicture => ({
  width,
  height,
  layers: [`<image href="${url}" width="${width}" height="${height}"/>`],
})
