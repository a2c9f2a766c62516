// Who shows a lab may leave parts of it out, and have words of its own stand beside the plot, and draw on it: lessons,
// talks, frames in other pages.
import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import type { Trace } from '../../core/descent/trace.ts'
import type { View } from '../../plot/view.ts'

/** The parts of a lab that may be left out, in the order of the page. */
export const panels = ['function', 'plot', 'time', 'tables', 'rule', 'controls', 'outcome'] as const
export type PanelName = (typeof panels)[number]

export interface Arrangement {
  /** All, where nothing is said. */
  readonly shown?: ReadonlySet<PanelName> | undefined
  /** Parts that are not there now and whose room is kept, since they come before long. */
  readonly kept?: ReadonlySet<PanelName> | undefined
  /** It has a frame to itself, of any size, and takes all of that. */
  readonly fills?: boolean
  /** Comes before all else that stands beside the plot, or above it where everything stands in one column. */
  readonly companion?: ReactNode
}

export const ArrangementContext = createContext<Arrangement>({})

export const useArrangement = (): Arrangement => useContext(ArrangementContext)

/** A part of a lab where it is wished. */
export function Panel({ name, children }: { name: PanelName; children: ReactNode }): ReactNode {
  const { shown } = useArrangement()
  return shown?.has(name) === false ? null : children
}

const beside: ReadonlySet<PanelName> = new Set(['rule', 'controls', 'outcome'])

/** Whether the plot and what belongs to it stands alone, or what is said of it does; nothing where both are there. */
export function useSide(): 'picture' | 'words' | undefined {
  const { shown, kept, companion } = useArrangement()
  if (!shown) return undefined
  const all = [...shown, ...(kept ?? [])]
  if (!companion && !all.some((name) => beside.has(name))) return 'picture'
  return all.every((name) => beside.has(name)) ? 'words' : undefined
}

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
