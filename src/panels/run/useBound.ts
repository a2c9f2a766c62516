import { useCallback, useState } from 'react'
import { type Bound, boundOf } from '../../core/analysis/stabilityBound.ts'
import type { ShownRace } from '../../state/descents/descents.ts'
import { useDescentLab } from '../lab/descents.ts'
import { afterFrame, useLater } from '../lab/pace.ts'

/** The stability bound of a run's learning rate, a frame after its picture. The same object while it is the same. */
export function useBound(index: number): Bound | undefined {
  const [bound, show] = useState<Bound>()
  const look = useCallback(
    (shown: ShownRace | undefined) => {
      const run = shown?.prepared.runs[index]
      const now = shown && run && boundOf(shown.prepared, run, shown.traces[index])
      show((last) => (now?.value === last?.value && now?.law === last?.law ? last : now))
    },
    [index],
  )
  useLater(useDescentLab(), afterFrame, look)
  return bound
}
