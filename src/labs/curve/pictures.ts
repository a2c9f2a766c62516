// The plots of this lab, for those who save them.
import type { PlotPicture } from '../../plot/picture.ts'
import type { Lab } from '../../state/lab.ts'

type Source = () => PlotPicture | undefined

const plots = new WeakMap<Lab, Source>()

/** Offers the plot while it is on the screen. */
export function offerPlot(lab: Lab, source: Source): () => void {
  plots.set(lab, source)
  return () => plots.delete(lab)
}

/** The plot as it is now. */
export const plotOf = (lab: Lab): PlotPicture | undefined => plots.get(lab)?.()
