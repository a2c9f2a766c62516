// How parts of a lab of descents reach it: its runs, and the one that is selected.
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { runAt } from '../../core/descent/recorded.ts'
import type { Trace } from '../../core/descent/trace.ts'
import type { Run } from '../../core/experiment/prepare.ts'
import type { DescentLab, DescentState, ShownRace } from '../../state/descents/descents.ts'
import { type Pace, useLaterShown } from './pace.ts'

export const DescentContext = createContext<DescentLab | undefined>(undefined)

export function useDescentLab(): DescentLab {
  const lab = useContext(DescentContext)
  if (!lab) throw new Error('Parts of a lab of descents stand inside its DescentContext')
  return lab
}

export const useDescentState = <T>(select: (state: DescentState) => T): T =>
  useStore(useDescentLab().store, select)

/** The race on the screen. The lab shows its parts only when there is one. */
export function useShown(): ShownRace {
  const shown = useDescentState((state) => state.shown)
  if (!shown) throw new Error('Nothing is shown yet')
  return shown
}

/** The same at a slower pace than the picture. */
export const useShownLater = (pace: Pace): ShownRace => useLaterShown(useDescentLab(), pace)

/** The run whose formula, table and arrows are shown. */
export interface SelectedRun {
  readonly index: number
  readonly run: Run
  readonly trace: Trace
}

/** The selected run of what is on the screen; the last one while a new one is still computed. */
export function selectedOf({ prepared, traces }: ShownRace, selected: number): SelectedRun {
  const index = Math.min(selected, traces.length - 1)
  return { index, run: prepared.runs[index] as Run, trace: traces[index] as Trace }
}

/** The run whose rule made a step of the selected one: before a branch begins, the one that it branched off from. */
export function workingAt(
  { prepared, traces }: ShownRace,
  selected: SelectedRun,
  step: number,
): SelectedRun {
  const run = runAt(selected.run, step)
  const index = prepared.runs.indexOf(run)
  const trace = traces[index]
  return trace ? { index, run, trace } : selected
}

export const useSelected = (): number => useDescentState((state) => state.selected)
