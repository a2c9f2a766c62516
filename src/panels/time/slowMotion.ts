// One update as a cartoon: its lines one by one, each while its vector grows, then the step itself.
import { stagesOf } from '../../core/analysis/stages.ts'
import { startClock } from '../../plot/clock.ts'
import type { DescentLab } from '../../state/descents/descents.ts'
import { selectedOf, workingAt } from '../lab/descents.ts'
import { setSlowMotion } from './slowly.ts'

/** How long a stage takes at speed 1 (s). */
const secondsPerStage = 1.6

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
  setSlowMotion(lab)
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
  const show = (stage: number, part: number) => {
    const names = stages.slice(0, stage + 1).map(({ name }) => name)
    const { words, line } = stages[stage] as (typeof stages)[number]
    setSlowMotion(lab, { k, stage, part, names, words, line })
  }
  show(0, 0)
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
    show(stage, calm ? 1 : done - stage)
  })
  stops.set(lab, () => {
    unsubscribe()
    stopClock()
  })
}
