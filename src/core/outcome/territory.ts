// Whether a noisy run has settled: it never comes to rest, but it stays in a territory.

import type { Territory } from '../descent/trace.ts'
import { apart } from '../geometry.ts'
import { nearestMinimum } from '../loss/knownMinima.ts'
import type { Loss } from '../loss/loss.ts'
import type { Evidence } from './evidence.ts'

/** Where less than this share of the points are, the run was only passing. */
export const passing = 0.1
/** Fewer steps tell nothing. */
const leastSteps = 16
/** What was seen so far is not as far as chance can lead. */
const margin = 1.5
/** Means over so many steps tell a stay from a jump. */
const together = 5
/** Of the variance: what few steps differ by from few others though they stay. A steady way would make it 12. */
const byChance = 2.5
/** In root mean square distances: what is further out belongs to another place. */
const outside = 3

/**
 * The territory that a run stays in; nothing if it still travels: then the means of its last two quarters lie further
 * apart than the points around them are spread, or half as far again where its slopes point to and fro.
 */
export function territoryOf(evidence: Evidence): Territory | undefined {
  const { recording, prepared, d, n } = evidence
  const { x, f } = recording
  if (n < leastSteps) return undefined
  const [half, quarter] = [Math.ceil(n / 2), Math.ceil((3 * n) / 4)]
  const earlier = cloudOf(x, half, quarter, d)
  const later = cloudOf(x, quarter, n + 1, d)
  const variance = Math.max(earlier.variance, later.variance)
  const most = isHeld(evidence) ? byChance : 1
  if (!(apart(earlier.mean, later.mean) ** 2 <= most * variance)) return undefined
  const whole = cloudOf(x, half, n + 1, d)
  const stays = [sinceNearest(prepared.loss, x, later, n), sinceClose(x, later, n)]
  const since =
    stays.find((k) => k !== undefined && k <= half + passing * (n - half)) ??
    sinceWithin(x, whole, n)
  const from = Math.max(since, half)
  const own = cloudOf(x, from, n + 1, d)
  const losses = f.subarray(from)
  return {
    since,
    centre: own.mean,
    radius: reachOf(x, own, from, n),
    f: losses.reduce((a, b) => a + b, 0) / losses.length,
  }
}

/** Of the mean square slope: the square of a mean that is less is one of slopes that point to and fro. */
const even = 0.25

/** Whether the slopes of the last half of a run lead it back, in every coordinate, as often as away. */
function isHeld({ recording: { grad }, d, n }: Evidence): boolean {
  const half = Math.ceil(n / 2)
  return Array.from({ length: d }, (_, i) => {
    let [sum, squares] = [0, 0]
    for (let k = half; k <= n; k++) {
      const slope = grad[k * d + i] as number
      sum += slope
      squares += slope ** 2
    }
    return sum ** 2 <= even * squares * (n + 1 - half)
  }).every(Boolean)
}

/** How far the furthest of some points is from the middle of a cloud. */
function reachOf(x: Float64Array, { mean }: Cloud, from: number, n: number): number {
  let reach = 0
  for (let k = from; k <= n; k++) reach = Math.max(reach, apart(mean, x, k * mean.length))
  return reach
}

/** The first step from which on it was not much further out than in its last half: where it jumps between places. */
function sinceWithin(x: Float64Array, cloud: Cloud, n: number): number {
  let since = Math.ceil(n / 2)
  const far = margin * reachOf(x, cloud, since, n)
  while (since > 0 && reachOf(x, cloud, since - 1, since - 1) <= far) since--
  return since
}

/** The first step from which on the same one of several known minima was the nearest; nothing where none is among the points. */
function sinceNearest(loss: Loss, x: Float64Array, { mean, variance }: Cloud, n: number) {
  const own = nearestMinimum(loss, mean)
  if (loss.minima.length < 2 || !own || apart(own, mean) > outside * Math.sqrt(variance))
    return undefined
  let since = n
  while (since > 0 && nearestMinimum(loss, x, (since - 1) * mean.length) === own) since--
  return since
}

/** The first step from which on it was there all the time, judged by means of a few steps. */
function sinceClose(x: Float64Array, { mean, variance }: Cloud, n: number): number {
  const d = mean.length
  const far = outside * Math.sqrt(variance)
  for (let k = n; k >= 0; k--) {
    const few = meanOf(x, Math.max(0, k - together + 1), k + 1, d)
    if (apart(few, mean) > far) return k + 1
  }
  return 0
}

interface Cloud {
  readonly mean: readonly number[]
  /** The mean square distance from it. */
  readonly variance: number
}

/** The mean of some rows, and their mean square distance from it. */
function cloudOf(x: Float64Array, from: number, to: number, d: number): Cloud {
  const mean = meanOf(x, from, to, d)
  let variance = 0
  for (let at = from * d; at < to * d; at++)
    variance += ((x[at] as number) - (mean[at % d] as number)) ** 2 / (to - from)
  return { mean, variance }
}

function meanOf(x: Float64Array, from: number, to: number, d: number): readonly number[] {
  const mean: number[] = []
  for (let i = 0; i < d; i++) {
    let sum = 0
    for (let k = from; k < to; k++) sum += (x[k * d + i] as number) / (to - from)
    mean.push(sum)
  }
  return mean
}
