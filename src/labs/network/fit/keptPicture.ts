// Fits as one picture to keep, with what says on the page which colour is what.
import type { Placed, PlotPicture } from '../../../plot/picture/file.ts'
import { type Corner, written } from '../../../plot/picture/written.ts'

/** A fit on the screen, for those who save it. */
export interface FitHandle {
  /** Its layers, in a picture that begins at a corner of the page; nothing of a table. */
  readonly picture: (corner: Corner) => Placed | undefined
}

/**
 * All fits of an element as they stand, with the legend and the names of racers.
 * @param root what is marked in it as kept belongs to the picture
 */
export function keptPicture(root: Element, fits: Iterable<FitHandle>): PlotPicture | undefined {
  const corner = root.getBoundingClientRect()
  const plots = [...fits].flatMap((fit) => fit.picture(corner) ?? [])
  if (plots.length === 0) return undefined
  const told = [...root.querySelectorAll('[data-kept]')].flatMap((one) => written(one, corner))
  return { width: corner.width, height: corner.height, layers: [...plots, ...told] }
}
