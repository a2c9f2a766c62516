import { useMemo } from 'react'
import type { PlayheadSource } from '../../../core/descent/playhead.ts'

/** The epoch whose values are read: the one that someone points at, or else that of the playhead. */
export interface Reading extends PlayheadSource {
  /** Someone points at an epoch, or no longer. */
  readonly pin: (epoch?: number) => void
  readonly isPinned: () => boolean
}

/** @param epochOf stable as long as batches lie in the same epochs */
export function useReading(playhead: PlayheadSource, epochOf: (step: number) => number): Reading {
  return useMemo(() => createReading(playhead, epochOf), [playhead, epochOf])
}

function createReading(playhead: PlayheadSource, epochOf: (step: number) => number): Reading {
  const listeners = new Set<() => void>()
  let pinned: number | undefined
  return {
    read: () => pinned ?? epochOf(playhead.read()),
    isPinned: () => pinned !== undefined,
    pin(epoch) {
      if (epoch === pinned) return
      pinned = epoch
      for (const listener of listeners) listener()
    },
    watch(listener) {
      listeners.add(listener)
      const stop = playhead.watch(listener)
      return () => {
        listeners.delete(listener)
        stop()
      }
    },
  }
}
