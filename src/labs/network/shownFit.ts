// The fits that are on the screen, for those who save it.
import type { PlotPicture } from '../../plot/picture/file.ts'
import type { Lab } from '../../state/lab/lab.ts'

type Source = () => PlotPicture | undefined

const fits = new WeakMap<object, Source>()

/** Offers the fit while it is on the screen. */
export function offerFit(lab: Pick<Lab, 'id'>, source: Source): () => void {
  fits.set(lab, source)
  return () => fits.delete(lab)
}

/** The fit as it is now, if it is on the screen and a picture. */
export const fitIn = (lab: Pick<Lab, 'id'>): PlotPicture | undefined => fits.get(lab)?.()
