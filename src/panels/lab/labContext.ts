// How the parts of this lab reach its state.
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { PlayheadSource } from '../../core/descent/playhead.ts'
import { runAt } from '../../core/descent/recorded.ts'
import type { Trace } from '../../core/descent/trace.ts'
import type { Run } from '../../core/experiment/prepare.ts'
import type { Lab, LabState, Shown } from '../../state/lab/lab.ts'

export const LabContext = createContext<Lab | undefined>(undefined)

export function useLab(): Lab {
  const lab = useContext(LabContext)
  if (!lab) throw new Error('Parts of a lab stand inside its LabContext')
  return lab
}

export const useLabState = <T>(select: (state: LabState) => T): T =>
  useStore(useLab().store, select)

/** The whole step at which the playhead stands. */
export const useStep = (): number => useLabState((state) => Math.floor(state.playhead))

/** The run on the screen. The lab shows its parts only when there is one. */
export function useShown(): Shown {
  const shown = useLabState((state) => state.shown)
  if (!shown) throw new Error('Nothing is shown yet')
  return shown
}

/** The run whose formula, table and arrows are shown. */
export interface SelectedRun {
  readonly index: number
  readonly run: Run
  readonly trace: Trace
}

/** The selected run of what is on the screen; the last one while a new one is still computed. */
export function selectedOf({ prepared, traces }: Shown, selected: number): SelectedRun {
  const index = Math.min(selected, traces.length - 1)
  return { index, run: prepared.runs[index] as Run, trace: traces[index] as Trace }
}

/** The run whose rule made a step of the selected one: before a branch begins, the one that it branched off from. */
export function workingAt(
  { prepared, traces }: Shown,
  selected: SelectedRun,
  step: number,
): SelectedRun {
  const run = runAt(selected.run, step)
  const index = prepared.runs.indexOf(run)
  const trace = traces[index]
  return trace ? { index, run, trace } : selected
}

export const useSelected = (): number => useLabState((state) => state.selected)

const sources = new WeakMap<Lab, PlayheadSource>()

/** The playhead for what is painted sixty times a second, around React. */
export function playheadOf(lab: Lab): PlayheadSource {
  const known = sources.get(lab)
  if (known) return known
  const source: PlayheadSource = {
    read: () => lab.store.getState().playhead,
    watch: (listener) =>
      lab.store.subscribe((state, before) => {
        if (state.playhead !== before.playhead) listener()
      }),
  }
  sources.set(lab, source)
  return source
}
