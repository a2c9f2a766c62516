import { useState } from 'react'
import type { RunSpec } from '../../core/experiment/experiment.ts'

/** Up to here every racer shows all its controls; beyond, only the selected one does. */
export const mostWhole = 4

interface Keyed {
  readonly specs: readonly RunSpec[]
  readonly keys: readonly number[]
  /** The key that was not given yet. */
  readonly next: number
}

/** A key for each racer, its own while it is there, whatever becomes of it: so its controls keep focus and text. */
export function useRacerKeys(specs: readonly RunSpec[]): readonly number[] {
  const [known, know] = useState(() => keyed({ specs: [], keys: [], next: 0 }, specs))
  if (known.specs === specs) return known.keys
  const now = keyed(known, specs)
  know(now)
  return now.keys
}

/** New racers stand behind the others; one that went is where the lists begin to differ. */
export function keyed(known: Keyed, specs: readonly RunSpec[]): Keyed {
  const kept = known.specs.map(({ hyper }, i) => ({ hyper, key: known.keys[i] as number }))
  for (let i = 0; kept.length > specs.length; )
    if (i < specs.length && kept[i]?.hyper === specs[i]?.hyper) i++
    else kept.splice(i, 1)
  const missing = specs.length - kept.length
  const fresh = Array.from({ length: missing }, (_, i) => known.next + i)
  return {
    specs,
    keys: [...kept.map(({ key }) => key), ...fresh],
    next: known.next + missing,
  }
}
