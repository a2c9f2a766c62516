// Whether a run that moves goes to and fro, now or if it went on.
import { wholeWidth } from '../descent/steps.ts'
import type { Outcome } from '../descent/trace.ts'
import type { Evidence } from './evidence.ts'
import { swingingSince, swingsOf } from './swings.ts'

/** The points of so many steps that would follow, the present one first, each time further; nothing where they are not known. */
export type Ahead = (steps: number) => Float64Array | undefined

/** No run is followed further than this. */
export const furthest = 2000

/** How far back the judge of swinging looks, and how far ahead. */
export const mostSwings = 400
/** Each swing beside the one before: slower, they shrink too slowly to be waited for; steady, they do not shrink. */
const [slowly, steady] = [0.95, 0.999]
/** Of the whole way: swings that have become this small do not matter any more. */
const shrunk = 2e-3

/** It goes to and fro, or it is only on its way. */
export function judgeMoving(evidence: Evidence, ahead: Ahead): Outcome {
  const { recording, n, d } = evidence
  const { x } = recording
  const window = Math.min(Math.floor(n / 2), mostSwings)
  const swings = swingsOf({ x, d, from: n - window, to: n })
  const least = shrunk * wholeWidth(x, d)
  if (!swings || swings.width < least) return { kind: 'running', step: n }
  if (swings.isRegular) {
    const { ratio } = swings
    const swing = { ...(swings.isClear && { ratio }), width: swings.width, ends: swings.ends }
    if (ratio < slowly) return { kind: 'running', step: n, swing }
    const step = swingingSince({ x, d, to: n }, n - window, ratio > steady ? swings : undefined)
    return { kind: 'oscillating', step, swing }
  }
  const later = swings.lasts ? undefined : ahead(furthest)
  const swing = swings.lasts
    ? { ratio: 1, width: swings.width, ends: swings.ends }
    : later && swingAhead(later, d, least)
  if (!swing) return { kind: 'running', step: n }
  return { kind: 'oscillating', step: swingingSince({ x, d, to: n }, n - window, swings), swing }
}

/** The swings at the end of the points that would follow, where they last and are wider than the least that counts. */
export function swingAhead(x: Float64Array, d: number, least: number): Outcome['swing'] {
  const last = x.length / d - 1
  const swings = swingsOf({
    x,
    d,
    from: last - Math.min(Math.floor(last / 2), mostSwings),
    to: last,
  })
  if (!swings || (swings.isRegular ? swings.ratio < slowly : !swings.lasts)) return undefined
  if (!(swings.width > least)) return undefined
  return { ratio: swings.isRegular ? swings.ratio : 1, width: swings.width, isAhead: true }
}
