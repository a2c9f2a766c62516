import { useEffect, useRef } from 'react'

/** Browsers refuse more than a hundred replacements in half a minute. */
const shortestPause = 320

/** Where a talk stands, and what it is, is in the address, so that it goes on there when the page is loaded anew. */
export function useAddressBar(address: string): void {
  const held = useRef<string>(undefined)
  useEffect(() => {
    held.current ??= location.hash
    const timer = setTimeout(() => {
      // Someone has just changed it: it is about to be read.
      if (location.hash !== held.current) return
      try {
        history.replaceState(history.state, '', address)
        held.current = location.hash
      } catch {
        // Refused, as in some frames: it is written with the next change.
      }
    }, shortestPause)
    return () => clearTimeout(timer)
  }, [address])
}
