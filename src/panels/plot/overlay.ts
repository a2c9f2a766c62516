// Who shows a lab may draw on its plot, and ask there for a place: lessons ask where a point will be.
import { type ComponentType, createContext, useContext } from 'react'
import type { Trace } from '../../core/descent/trace.ts'
import type { View } from '../../plot/view.ts'

/** The plot of a function of one variable, for whoever draws on it. */
export interface DrawnOn {
  readonly view: View
  readonly variable: string
  /** The height of the curve at a place. */
  readonly f: (x: number) => number
  /** The run whose arrows are shown. */
  readonly trace: Pick<Trace, 'x'>
}

export interface Overlay {
  readonly Marks: ComponentType<DrawnOn>
  /** Takes clicks on the plot. While someone asks for a place, the start is no handle. */
  readonly onPlace?: ((x: number) => void) | undefined
}

export const OverlayContext = createContext<Overlay | undefined>(undefined)

export const useOverlay = (): Overlay | undefined => useContext(OverlayContext)
