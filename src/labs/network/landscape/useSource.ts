import { useLayoutEffect, useState } from 'react'
import type { PlayheadSource } from '../../../core/descent/playhead.ts'

/** A number as layers watch it: they paint when it changes, and nothing else is made anew. */
export function useSource(value: number): PlayheadSource {
  const [source] = useState(() => {
    let now = value
    const listeners = new Set<() => void>()
    return {
      read: () => now,
      watch(listener: () => void) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      set(next: number) {
        if (next === now) return
        now = next
        for (const listener of listeners) listener()
      },
    }
  })
  useLayoutEffect(() => source.set(value), [source, value])
  return source
}
