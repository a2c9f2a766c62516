// A plot as a picture to keep.
import type { PlotPicture } from '../../plot/picture/file.ts'
import { layered } from '../../plot/picture/layered.ts'
import type { View } from '../../plot/view.ts'
import type { ShownPlot } from './shownPlots.ts'

/** What a frame shows. */
export function pictureOf(plot: ShownPlot): PlotPicture | undefined {
  const { frame, paths, corrected, view, playhead, backdrop } = plot
  if (!frame) return undefined
  const image = backdrop?.instead()
  if (image) return pictureOfImage(image, view)
  return layered({ frame, view, ground: backdrop?.paint, paths, corrected, playhead })
}

/** A picture that is made of pixels already, from its data: URL. */
const pictureOfImage = (url: string, { width, height }: View): PlotPicture => ({
  width,
  height,
  layers: [`<image href="${url}" width="${width}" height="${height}"/>`],
})
