// Whether a run that moves goes to and fro, now or if it went on.
import { wholeWidth, width } from '../descent/steps.ts'
import type { Outcome, Swing } from '../descent/trace.ts'
import type { Evidence } from './evidence.ts'
import { same } from './peaks.ts'
import { growingSince, type Swings, swingingSince, swingsOf } from './swings.ts'

/** The points of so many steps that would follow, the present one first, each time further; nothing where they are not known. */
export type Ahead = (steps: number) => Float64Array | undefined

/** No run is followed further than this. */
export const furthest = 2000

/** How far back the judge of swinging looks, and how far ahead. */
export const mostSwings = 400
/** Each swing beside the one before: slower, they shrink too slowly to be waited for; steady, they neither shrink nor grow. */
const [slowly, steady] = [0.95, 0.001]
/** Of the whole way: swings that have become this small do not matter any more. */
export const shrunk = 2e-3

/** What can be said of how the swings change: of irregular ones only that they stay as wide. */
function ratioOf({ isRegular, told, isAsWide }: Swings): { readonly ratio?: number } {
  const ratio = isRegular ? told : isAsWide ? 1 : undefined
  return ratio === undefined ? {} : { ratio }
}

/** It goes to and fro, or it is only on its way. */
export function judgeMoving(evidence: Evidence, ahead: Ahead): Outcome {
  const { recording, n, d } = evidence
  const { x } = recording
  const window = Math.min(Math.floor(n / 2), mostSwings)
  const swings = swingsOf({ x, d, from: n - window, to: n })
  const least = shrunk * wholeWidth(x, d)
  const still: Outcome = { kind: 'running', step: n }
  if (!swings || swings.width < least || isQuiet(evidence, swings.width)) return still
  const { ratio, told, ends } = swings
  const oscillating = (swing: Swing, isLasting: boolean): Outcome => {
    const since = swingingSince({ x, d, to: n }, n - window, swings, isLasting)
    const grows = (swing.ratio ?? 1) > 1 + same
    const step = since !== undefined && grows ? growingSince({ x, d, to: n }, since, swings) : since
    return step === undefined ? still : { kind: 'oscillating', step, swing }
  }
  const swing = { ...ratioOf(swings), width: swings.width, ends }
  if (swings.isRegular) {
    if (ratio < slowly) return { ...still, swing }
    return oscillating(swing, ratio > 1 - steady && !((told ?? 1) > 1 + steady))
  }
  if (swings.lasts && !isSettling(evidence, swings.gap)) return oscillating(swing, true)
  const later = swings.drifts && !swings.lasts ? undefined : ahead(furthest)
  const next = later && swingAhead(later, d, least)
  return next ? oscillating(next, true) : still
}

/** In so many steps it gets nowhere any more, beside the width of the swings. */
const [last, nowhere] = [2, 1e-6]

const isQuiet = ({ recording: { x }, n, d }: Evidence, wide: number): boolean =>
  width(x, n - last, n, d) <= nowhere * wide

/** So many swings, steps at least: whoever gets further in each of them is not thrown back by swings. */
const enough = 8

/** Whether it only came down, or up for whoever climbs, while it swung for the last times. */
function isSettling({ recording: { f }, run, n }: Evidence, gap: number): boolean {
  const sign = run.settings.maximize === true ? -1 : 1
  const from = Math.max(0, n - Math.ceil(enough * gap))
  for (let k = from; k < n; k++)
    if (!(sign * (f[k + 1] as number) < sign * (f[k] as number))) return false
  return true
}

/** The swings at the end of the points that would follow, where they last and are wider than the least that counts. */
export function swingAhead(x: Float64Array, d: number, least: number): Outcome['swing'] {
  const last = x.length / d - 1
  const from = last - Math.min(Math.floor(last / 2), mostSwings)
  // No swing is wider than the whole stretch.
  if (!(width(x, from, last, d) > least)) return undefined
  const swings = swingsOf({ x, d, from, to: last })
  if (!swings || (swings.isRegular ? swings.ratio < slowly : !swings.lasts)) return undefined
  if (!(swings.width > least)) return undefined
  // Of irregular ones nobody knows what comes after what was looked at.
  const ratio = swings.isRegular ? ratioOf(swings) : {}
  return { ...ratio, width: swings.width, isAhead: true }
}
