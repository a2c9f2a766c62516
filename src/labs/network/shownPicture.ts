// What the lab's middle shows, the fits or the loss landscape, for those who save it.
import type { PlotPicture } from '../../plot/picture/file.ts'
import type { Lab } from '../../state/lab/lab.ts'

export type PictureSource = () => PlotPicture | undefined

const pictures = new WeakMap<object, PictureSource>()

/** Offers a picture while it is on the screen. */
export function offerPicture(lab: Pick<Lab, 'id'>, source: PictureSource): () => void {
  pictures.set(lab, source)
  return () => {
    // What has come in its place offers its own.
    if (pictures.get(lab) === source) pictures.delete(lab)
  }
}

/** The picture as it is now, if one is on the screen. */
export const pictureIn = (lab: Pick<Lab, 'id'>): PlotPicture | undefined => pictures.get(lab)?.()
