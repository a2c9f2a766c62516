import { useEffect } from 'react'
import { startClock } from '../../plot/clock.ts'
import type { Lab } from '../../state/lab/lab.ts'
import { useLabState } from '../lab/labContext.ts'

/** Steps a second at speed 1, for short runs and at least; long runs take so many seconds. */
const stepsPerSecond = 4
const longestPlay = 15

/** Moves the playhead while the lab plays. */
export function Clock({ lab }: { readonly lab: Lab }) {
  const playing = useLabState((state) => state.playing)
  useEffect(() => {
    if (!playing) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    let exactly = lab.store.getState().playhead
    return startClock((seconds) => {
      const { shown, growing, speed, playhead } = lab.store.getState()
      if (!shown) return
      const { last, reach } = shown
      // Someone else may have moved the playhead since.
      if (Math.floor(playhead) !== Math.floor(exactly)) exactly = playhead
      exactly += seconds * speed * Math.max(stepsPerSecond, last / longestPlay)
      // What is trained only where someone looks is asked for a step ahead.
      if (reach < last) exactly = Math.min(exactly, reach + 1)
      lab.seek(calm ? Math.floor(exactly) : exactly)
      if (exactly < last) return
      // What still grows is waited for.
      exactly = last
      if (!growing) lab.pause()
    })
  }, [playing, lab])
  return null
}
