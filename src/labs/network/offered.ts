// What is on the screen for those who save it: the picture in the lab's middle, and the learning rates that were tried.
import type { PlotPicture } from '../../plot/picture/file.ts'
import type { Lab } from '../../state/lab/lab.ts'

export type PictureSource = () => PlotPicture | undefined

const pictures = new WeakMap<object, PictureSource>()
const tables = new WeakMap<object, () => string>()

/** Offers a picture while it is on the screen: the fits or the loss landscape. */
export function offerPicture(lab: Pick<Lab, 'id'>, source: PictureSource): () => void {
  pictures.set(lab, source)
  return () => {
    // What has come in its place offers its own.
    if (pictures.get(lab) === source) pictures.delete(lab)
  }
}

/** The picture as it is now, if one is on the screen. */
export const pictureIn = (lab: Pick<Lab, 'id'>): PlotPicture | undefined => pictures.get(lab)?.()

/** Offers the table of learning rates that were tried, as it is when it is asked for. */
export const offerRates = (lab: Pick<Lab, 'id'>, table: () => string): void =>
  void tables.set(lab, table)

/** That table, if there is one. */
export const ratesIn = (lab: Pick<Lab, 'id'>): string | undefined => tables.get(lab)?.()
