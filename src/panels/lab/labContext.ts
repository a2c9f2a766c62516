// panels/lab/: how parts of the page reach their lab, and at what pace they follow it.
//
// How parts of a page reach the lab that they stand in, whatever its kind.
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { PlayheadSource } from '../../core/descent/playhead.ts'
import type { Lab, LabState } from '../../state/lab/lab.ts'

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
