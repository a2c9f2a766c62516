// Changes, and the way back.
import { consider } from './consider.ts'
import { gestureTime } from './gestureTime.ts'
import { remember, stepBack, stepForward } from './history.ts'
import type { Inside } from './inside.ts'
import type { Lab, Moment } from './lab.ts'

/** What a step back brings again. */
export function momentOf<E, P, S, O>({ kind, get }: Inside<E, P, S, O>): Moment<E, O> {
  const state = get()
  const { experiment, playhead } = state
  return { experiment, own: kind.own?.remembered(state) ?? {}, playhead: Math.floor(playhead) }
}

/**
 * The functions that change the experiment.
 * @param start shows what is asked for now
 */
export function changing<E, P, S, O>(
  inside: Inside<E, P, S, O>,
  start: () => void,
): Pick<Lab<E, P, S, O>, 'change' | 'undo' | 'redo' | 'wayBack'> {
  const { kind, get, set } = inside
  const travel = (step: typeof stepBack) => {
    const there = step(get().history, momentOf(inside))
    if (!there) return
    const { experiment, own, playhead } = there.moment
    const prepared = kind.prepare(experiment)
    const place = kind.isAnew?.(get().experiment, experiment) && { playhead, playing: false }
    set({ experiment, prepared, history: there.history, problems: [], ...place }, own)
    start()
  }
  return {
    change(change, about = '') {
      const state = get()
      const { taken, problems, own } =
        kind.consider?.(change, state) ?? consider(change, state.experiment, kind.prepare)
      const isOther = taken && !isSame(taken.experiment, state.experiment)
      const history = isOther && remember(state.history, momentOf(inside), about, gestureTime())
      set({ ...taken, ...(history && { history }), problems }, own)
      if (taken) start()
      return taken !== undefined
    },
    undo: () => travel(stepBack),
    redo: () => travel(stepForward),
    wayBack: (history) => set({ history }),
  }
}

const isSame = <E>(a: E, b: E) => JSON.stringify(a) === JSON.stringify(b)
