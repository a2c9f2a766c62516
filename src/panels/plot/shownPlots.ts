// The plots that are on the screen, for those who save them.
import type { PlotPath } from '../../plot/paths/plotPath.ts'
import type { Pen } from '../../plot/paths/trail.ts'
import type { View } from '../../plot/view.ts'
import type { Lab } from '../../state/lab/lab.ts'

/** What is below the paths, for those who save it. */
export interface Backdrop {
  /** Paints once more what is on canvas. */
  readonly paint: (pen: Pen) => void
  /** A picture of pixels that is shown instead of all layers, if there is one. */
  readonly instead: () => string | undefined
}

/** A plot as it is now: its frame with the layers that are elements, and of what those are that are on canvas. */
export interface ShownPlot {
  readonly frame: HTMLElement | null
  readonly paths: readonly PlotPath[]
  readonly corrected: ReadonlyMap<number, PlotPath>
  readonly view: View
  readonly playhead: number
  readonly backdrop: Backdrop | undefined
}

type Source = () => ShownPlot

const plots = new WeakMap<Lab, Source>()

/** Offers the plot while it is on the screen. */
export function offerPlot(lab: Lab, source: Source): () => void {
  plots.set(lab, source)
  return () => plots.delete(lab)
}

/** The plot as it is now. */
export const plotOf = (lab: Lab): ShownPlot | undefined => plots.get(lab)?.()
