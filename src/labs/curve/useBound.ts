import { useEffect, useState } from 'react'
import { type Bound, boundOf } from '../../core/runs/bounds.ts'
import { useLab } from './lab.ts'
import { afterFrame } from './later.ts'

/** The stability bound of a run's learning rate, a frame after its picture. The same object while it is the same. */
export function useBound(index: number): Bound | undefined {
  const { store } = useLab()
  const [bound, show] = useState<Bound>()
  useEffect(() => {
    const { next, stop } = afterFrame()
    let last: Bound | undefined
    const update = () => {
      const { shown } = store.getState()
      const run = shown?.prepared.runs[index]
      const now = shown && run && boundOf(shown.prepared, run, shown.traces[index])
      if (now?.value === last?.value && now?.law === last?.law) return
      last = now
      show(now)
    }
    const unsubscribe = store.subscribe((state, before) => {
      if (state.shown !== before.shown) next(update)
    })
    update()
    return () => {
      stop()
      unsubscribe()
    }
  }, [store, index])
  return bound
}
