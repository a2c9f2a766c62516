// Where the slope is 0, by Newton's method on the gradient.
import { bendsOf } from '../loss/curvature.ts'
import type { Local, Pair, Survey } from './survey.ts'

/** Points where the slope falls off slowly (x⁴ and its kin) are neared by a factor a step. */
const mostSteps = 80
const mostHalvings = 8
/** In halves of the region: no step is longer, so that a search stays near where it began. */
const longest = 0.1
/** In halves of the region: beyond, other seeds are nearer. */
const farthest = 0.25
/** By then a search is on its way: its steps are shorter than that, or it leads nowhere. */
const patience = { steps: 12, longest: 0.01 }
/** A search that stands still with a shorter step than this has arrived, as far as rounding lets it. */
const short = 1e-5
/** Of the larger curvature: what is less is taken for 0. */
const negligible = 1e-13

/**
 * Newton's method, damped until the slope falls; where a curvature is 0 nothing is done in that direction.
 * @returns where it stands still; nothing if it does not, or far off
 */
export function settle(survey: Survey, from: Pair): Pair | undefined {
  let at = from
  let here = survey.local(at)
  for (let k = 0; k < mostSteps; k++) {
    if (![...here.g, ...here.h].every(Number.isFinite)) return undefined
    const step = newtonStep(here)
    if (k >= patience.steps && Math.hypot(...step) > patience.longest) return undefined
    const next = flatter(survey, at, here, step)
    if (!next) return hasArrived(here, step) ? at : undefined
    at = next
    if (survey.distance(at, from) > farthest) return undefined
    here = survey.local(at)
  }
  return hasArrived(here, newtonStep(here)) ? at : undefined
}

/** The step is short, and not because most of the slope is in directions without curvature. */
function hasArrived({ g: [gu, gv], h: [a, b, d] }: Local, [u, v]: Pair): boolean {
  const rest = Math.hypot(gu + a * u + b * v, gv + b * u + d * v)
  const noSlope = negligible * Math.max(Math.abs(a), Math.abs(b), Math.abs(d))
  return Math.hypot(u, v) <= short && rest <= Math.max(noSlope, Math.hypot(gu, gv) / 2)
}

/** The first point on the way, full step, half, quarter, at which the slope is less. */
function flatter(survey: Survey, at: Pair, { g }: Local, [u, v]: Pair): Pair | undefined {
  const before = Math.hypot(...g)
  for (let k = 0, share = 1; k < mostHalvings; k++, share /= 2) {
    const next = survey.beside(at, [share * u, share * v])
    if (survey.steepness(next) < before) return next
  }
  return undefined
}

/** −H⁺g, cut to the longest step. */
function newtonStep({ g: [gu, gv], h: [a, b, d] }: Local): Pair {
  const bends = bendsOf([a, b, b, d])
  const least = negligible * Math.max(...bends.map(({ value }) => Math.abs(value)))
  let [u, v] = [0, 0]
  for (const { value, direction } of bends) {
    if (!(Math.abs(value) > least)) continue
    const along = (gu * direction[0] + gv * direction[1]) / value
    u -= along * direction[0]
    v -= along * direction[1]
  }
  const share = Math.min(1, longest / Math.hypot(u, v))
  return u === 0 && v === 0 ? [0, 0] : [share * u, share * v]
}
