// How parts of the graph lab reach it: what is shown, and what is known of it at the step of the playhead.
import { createContext, useContext, useMemo } from 'react'
import { useStore } from 'zustand'
import type { Graph } from '../../core/graphs/graph.ts'
import { type NodeName, namesOf } from '../../core/graphs/names.ts'
import { type Knowledge, knownAt, type Stage } from '../../core/graphs/stages.ts'
import { atRest, useLaterShown, useReadableStep } from '../../panels/lab/pace.ts'
import type { GraphLab, GraphState, ShownGraph } from '../../state/graphs/graphs.ts'

export const GraphContext = createContext<GraphLab | undefined>(undefined)

export function useGraphLab(): GraphLab {
  const lab = useContext(GraphContext)
  if (!lab) throw new Error('Parts of the graph lab stand inside its GraphContext')
  return lab
}

export const useGraphState = <T>(select: (state: GraphState) => T): T =>
  useStore(useGraphLab().store, select)

/** What is on the screen. The lab shows its parts only when there is something. */
export function useShownGraph(): ShownGraph {
  const shown = useGraphState((state) => state.shown)
  if (!shown) throw new Error('Nothing is shown yet')
  return shown
}

export interface Moment {
  readonly shown: ShownGraph
  readonly graph: Graph
  readonly names: readonly NodeName[]
  readonly step: number
  readonly stage: Stage
  readonly known: readonly Knowledge[]
}

const named = new WeakMap<Graph, readonly NodeName[]>()

export function namesIn(graph: Graph): readonly NodeName[] {
  const names = named.get(graph) ?? namesOf(graph)
  named.set(graph, names)
  return names
}

/** The whole step at which the playhead stands, and what is known then. */
export const useMoment = (): Moment => useMomentOf(useShownGraph())

/** The same of what has come to rest: for tables and words, while values are dragged. */
export const useMomentAtRest = (): Moment => useMomentOf(useLaterShown(useGraphLab(), atRest))

function useMomentOf(shown: ShownGraph): Moment {
  const { graph, stages } = shown.prepared
  const step = Math.min(useReadableStep(), shown.last)
  const known = useMemo(() => knownAt(graph, stages, shown, step), [graph, stages, shown, step])
  return { shown, graph, names: namesIn(graph), step, stage: stages[step] as Stage, known }
}
