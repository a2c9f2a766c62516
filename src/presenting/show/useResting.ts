import { useEffect, useState } from 'react'

/** So long (ms) after its last move a pointer rests. */
const patience = 3000

/** Whether the pointer rests, and no key was pressed for as long. */
export function useResting(): boolean {
  const [isResting, rest] = useState(false)
  useEffect(() => {
    let timer = setTimeout(() => rest(true), patience)
    const wake = (event: Event) => {
      // The talk goes on by itself: whoever only clicks on needs no buttons.
      if (event instanceof KeyboardEvent && event.key.startsWith('Page')) return
      clearTimeout(timer)
      rest(false)
      timer = setTimeout(() => rest(true), patience)
    }
    const types = ['pointermove', 'pointerdown', 'keydown'] as const
    for (const type of types) addEventListener(type, wake, true)
    return () => {
      clearTimeout(timer)
      for (const type of types) removeEventListener(type, wake, true)
    }
  }, [])
  return isResting
}
