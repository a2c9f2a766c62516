// One update as a cartoon: its lines one by one, each while its vector grows, then the step itself.
import { createStore } from 'zustand/vanilla'
import { stagesOf } from '../../core/analysis/stages.ts'
import { selectedOf, workingAt } from '../../panels/lab/descents.ts'
import { startClock } from '../../plot/clock.ts'
import type { DescentLab } from '../../state/descents/descents.ts'

interface SlowMotion {
  /** The update from step k to k + 1. */
  readonly k: number
  /** Which stage of it. */
  readonly stage: number
  /** How much of the stage is done, from 0 to 1. */
  readonly part: number
}

const create = () =>
  createStore<{ readonly now: SlowMotion | undefined }>(() => ({ now: undefined }))
const known = new WeakMap<DescentLab, ReturnType<typeof create>>()

/** What a lab plays slowly just now, if anything. */
export function slowMotionOf(lab: DescentLab): ReturnType<typeof create> {
  const store = known.get(lab) ?? create()
  known.set(lab, store)
  return store
}

/** How long a stage takes at speed 1 (s); its vector grows in the first part of that. */
const secondsPerStage = 1.6
const growing = 0.6

/** How much of a vector is drawn when so much of its stage is done. */
export const grown = (part: number): number => Math.min(1, part / growing)

/** The stages of the update at a step of the selected run. */
export function stagesAt(lab: DescentLab, k: number) {
  const { shown, selected } = lab.store.getState()
  if (!shown) return []
  const { run, trace } = workingAt(shown, selectedOf(shown, selected), k)
  return k < trace.lr.length ? stagesOf(run, trace, k) : []
}

/** What stops the clocks of the cartoons that are played. */
const stops = new WeakMap<DescentLab, () => void>()

/** Ends a lab's cartoon; the playhead stays. */
export function endSlowMotion(lab: DescentLab): void {
  stops.get(lab)?.()
  stops.delete(lab)
  slowMotionOf(lab).setState({ now: undefined })
}

/** Plays the update at the playhead line by line, takes the step, and rests there. */
export function playSlowly(lab: DescentLab): void {
  endSlowMotion(lab)
  lab.pause()
  const { shown, playhead } = lab.store.getState()
  if (!shown) return
  const k = Math.min(Math.floor(playhead), shown.last - 1)
  if (k < 0) return
  lab.seek(k)
  const stages = stagesAt(lab, k)
  if (stages.length === 0) return
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  let done = 0
  slowMotionOf(lab).setState({ now: { k, stage: 0, part: 0 } })
  const unsubscribe = lab.store.subscribe((state, before) => {
    const isMoved = Math.floor(state.playhead) !== k && state.playhead !== before.playhead
    if (state.shown !== before.shown || state.selected !== before.selected || isMoved)
      endSlowMotion(lab)
  })
  const stopClock = startClock((seconds) => {
    done += (seconds * lab.store.getState().speed) / secondsPerStage
    const stage = Math.floor(done)
    if (stage >= stages.length) {
      endSlowMotion(lab)
      lab.seek(k + 1)
      return
    }
    slowMotionOf(lab).setState({ now: { k, stage, part: calm ? 1 : done - stage } })
  })
  stops.set(lab, () => {
    unsubscribe()
    stopClock()
  })
}
