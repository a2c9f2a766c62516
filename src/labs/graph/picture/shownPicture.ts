// The graphs that are on the screen, for those who save them.
import type { Lab } from '../../../state/lab/lab.ts'

const pictures = new WeakMap<Lab, SVGSVGElement>()

/** Offers the drawing while it is on the screen. */
export function offerPicture(lab: Lab, drawing: SVGSVGElement): () => void {
  pictures.set(lab, drawing)
  return () => pictures.delete(lab)
}

export const pictureOf = (lab: Lab): SVGSVGElement | undefined => pictures.get(lab)
