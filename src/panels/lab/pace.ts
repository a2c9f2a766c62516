// What is dragged comes first: the picture follows at once, numbers and words a frame later, tables when it rests.
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { PlayheadSource } from '../../core/descent/playhead.ts'
import type { Lab, Shown } from '../../state/lab/lab.ts'
import { useLab } from './labContext.ts'

/** Calls back later; another call before that takes its place. */
export type Pace = () => { readonly next: (act: () => void) => void; readonly stop: () => void }

/** After the frame that paints what has just changed. */
export const afterFrame: Pace = () => {
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  return {
    stop,
    next(act) {
      stop()
      frame = requestAnimationFrame(() => {
        timer = setTimeout(act)
      })
    },
  }
}

/**
 * When changes have come to rest.
 * @param pause how long a change must rest (ms)
 * @param longestWait how long it may keep others waiting at most
 */
export const resting =
  (pause: number, longestWait: number): Pace =>
  () => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let since: number | undefined
    return {
      stop: () => clearTimeout(timer),
      next(act) {
        clearTimeout(timer)
        since ??= performance.now()
        const left = longestWait - (performance.now() - since)
        const settle = () => {
          since = undefined
          act()
        }
        timer = setTimeout(settle, Math.max(0, Math.min(pause, left)))
      },
    }
  }

export const atRest = resting(140, 2500)
/** For what cannot be read on the way. */
export const whenStill = resting(140, Number.POSITIVE_INFINITY)

/** Steps that come faster than this (ms) cannot be read. */
const readable = 120

/** At once, but not again before it can have been read; the last one in any case. */
export const readably: Pace = () => {
  let at = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => clearTimeout(timer)
  return {
    stop,
    next(act) {
      stop()
      const left = readable - (performance.now() - at)
      timer = setTimeout(
        () => {
          at = performance.now()
          act()
        },
        Math.max(0, left),
      )
    },
  }
}

/** Looks at what is on the screen now, and at a slower pace than the picture whenever it is another. */
export function useLater<E, P, S, O>(
  { store }: Lab<E, P, S, O>,
  pace: Pace,
  look: (shown: Shown<E, P, S> | undefined) => void,
): void {
  useEffect(() => {
    const { next, stop } = pace()
    const update = () => look(store.getState().shown)
    const unsubscribe = store.subscribe((state, before) => {
      if (state.shown !== before.shown) next(update)
    })
    update()
    return () => {
      stop()
      unsubscribe()
    }
  }, [store, pace, look])
}

/** What is on the screen, at a slower pace than the picture. */
export function useLaterShown<E, P, S, O>(lab: Lab<E, P, S, O>, pace: Pace): Shown<E, P, S> {
  const [shown, show] = useState(() => lab.store.getState().shown)
  useLater(lab, pace, show)
  if (!shown) throw new Error('Nothing is shown yet')
  return shown
}

/** Tells of another whole step at once, but not again before it can have been read; of the last one in any case. */
function readableSteps({ store }: Lab): PlayheadSource {
  const now = () => Math.floor(store.getState().playhead)
  const listeners = new Set<() => void>()
  let shown = now()
  let at = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    clearTimeout(timer)
    timer = undefined
    at = performance.now()
    shown = now()
    for (const listener of listeners) listener()
  }
  store.subscribe(({ playing }) => {
    if (now() === shown) return
    const left = readable - (performance.now() - at)
    if (!playing || left <= 0) tell()
    else timer ??= setTimeout(tell, left)
  })
  return {
    read: () => shown,
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const known = new WeakMap<Lab, PlayheadSource>()

/** The whole steps of a lab for what takes time to read; while it plays fast, not each of them. */
export function readablePlayhead(lab: Lab): PlayheadSource {
  const source = known.get(lab) ?? readableSteps(lab)
  known.set(lab, source)
  return source
}

/** The same for what React shows. */
export function useReadableStep(): number {
  const { watch, read } = readablePlayhead(useLab())
  return useSyncExternalStore(watch, read)
}
