import { useEffect } from 'react'
import type { Moment } from '../moment.ts'
import { addressOf } from '../talk/address.ts'

/** Browsers refuse more than a hundred replacements in half a minute. */
const shortestPause = 320

/** Where a talk stands is in the address, so that it goes on there when the page is loaded anew. */
export function useWritten({ talk, lesson, at }: Moment): void {
  const address = addressOf({ talk, lesson, at })
  useEffect(() => {
    const timer = setTimeout(() => write(address), shortestPause)
    return () => clearTimeout(timer)
  }, [address])
}

/** Writes an address in the place of the one that is there; what is refused is written another time. */
export function write(address: string): void {
  try {
    history.replaceState(history.state, '', address)
  } catch {
    // As in some frames.
  }
}
