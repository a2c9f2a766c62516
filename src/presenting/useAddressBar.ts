import { useEffect, useRef } from 'react'

/** Browsers refuse more than a hundred replacements in half a minute. */
const shortestPause = 320
/** Told of an entry of the browser's history. */
const mark = 'written'

/** Whether the address was written here, and followed by nobody: it may be older than what is kept. */
export const isWrittenHere = (): boolean => history.state?.[mark] === true

/** Where a talk stands, and what it is, is in the address, so that it goes on there when the page is loaded anew. */
export function useAddressBar(address: string): void {
  const held = useRef<string>(undefined)
  const latest = useRef(address)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    held.current ??= location.hash
    latest.current = address
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      // Someone has just changed it: it is about to be read.
      if (location.hash !== held.current) return
      try {
        history.replaceState({ ...history.state, [mark]: true }, '', latest.current)
        held.current = location.hash
      } catch {
        // Refused, as in some frames: it is written with the next change.
      }
    }, shortestPause)
  }, [address])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
}
