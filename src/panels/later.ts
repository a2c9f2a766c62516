// What is dragged comes first: the picture follows at once, numbers and words a frame later, tables when it rests.
import { useEffect, useState } from 'react'
import type { Shown } from '../state/lab.ts'
import { useLab } from './lab.ts'

/** Calls back later; another call before that takes its place. */
type Pace = () => { readonly next: (act: () => void) => void; readonly stop: () => void }

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

export const atRest = resting(60, 1000)

/** Looks at what is on the screen now, and at a slower pace than the picture whenever it is another. */
export function useLater(pace: Pace, look: (shown: Shown | undefined) => void): void {
  const { store } = useLab()
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

/** The run on the screen, at a slower pace than the picture. */
export function useShownLater(pace: Pace): Shown {
  const { store } = useLab()
  const [shown, show] = useState(() => store.getState().shown)
  useLater(pace, show)
  if (!shown) throw new Error('Nothing is shown yet')
  return shown
}
