// What plays on the home page begins again at its end, unless someone would rather have it still.
import { useEffect } from 'react'
import type { Lab } from '../../state/lab/lab.ts'

/** How long its end is seen (ms). */
const rest = 3000

export function useEncore(lab: Lab | undefined): void {
  useEffect(() => {
    if (!lab || matchMedia('(prefers-reduced-motion: reduce)').matches) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isBegun = false
    const unsubscribe = lab.store.subscribe(({ shown, playing, playhead }, before) => {
      if (shown && !isBegun) {
        isBegun = true
        lab.play()
      } else if (before.playing && !playing && shown && playhead >= shown.last)
        timer = setTimeout(lab.play, rest)
      // Whoever does something there meanwhile has it as it is.
      else if (playhead !== before.playhead) clearTimeout(timer)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [lab])
}
