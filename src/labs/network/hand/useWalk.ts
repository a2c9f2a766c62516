import { useState } from 'react'
import type { HandLine } from './line.ts'

/** How far someone has read: line by line forward, then backward; or everything at once. */
export function useWalk(lines: readonly HandLine[]) {
  const [reached, reach] = useState(0)
  const [words, say] = useState('')
  const [isStepping, step] = useState(false)
  const turn = lines.findIndex(({ pass }) => pass !== 'forward')
  const count = Math.min(reached, lines.length)
  const go = (to: number, done: string) => {
    say(to > count ? (lines[to - 1]?.words ?? '') : done)
    reach(Math.max(count, to))
    step(true)
  }
  const isWhole = count === lines.length
  return {
    count,
    isWhole,
    /** Line by line. */
    isStepping,
    /** What the last line that came says. */
    words,
    forward: () => go(Math.min(turn, count + 1), 'The forward pass is complete: Backward goes on.'),
    // The way back begins where the way forward has ended.
    backward: () =>
      go(Math.min(lines.length, Math.max(turn, count) + 1), 'The weight has taken its step.'),
    toggle() {
      step(false)
      reach(isWhole ? 0 : Number.POSITIVE_INFINITY)
      say(isWhole ? 'No lines' : `All ${lines.length} lines`)
    },
  }
}
