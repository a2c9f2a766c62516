// Whether a noisy run has settled: it never comes to rest, but it stays in a territory.

import { pointAt } from '../descent/steps.ts'
import type { Territory } from '../descent/trace.ts'
import { apart } from '../geometry.ts'
import type { Evidence } from './evidence.ts'

/** Fewer steps tell nothing. */
const leastSteps = 16
/** What was seen so far is not as far as chance can lead. */
const margin = 1.5

/**
 * The territory that a run stays in; nothing if it still travels: then the means of its last two quarters lie further
 * apart than the points around them are spread.
 */
export function territoryOf({ recording: { x, f }, d, n }: Evidence): Territory | undefined {
  if (n < leastSteps) return undefined
  const [half, quarter] = [Math.ceil(n / 2), Math.ceil((3 * n) / 4)]
  const earlier = cloudOf(x, half, quarter, d)
  const later = cloudOf(x, quarter, n + 1, d)
  const variance = Math.max(earlier.variance, later.variance)
  if (!(apart(earlier.mean, later.mean) ** 2 <= variance)) return undefined
  const centre = cloudOf(x, half, n + 1, d).mean
  const away = (k: number) => apart(centre, pointAt(x, k, d))
  let radius = 0
  for (let k = half; k <= n; k++) radius = Math.max(radius, away(k))
  let since = half
  while (since > 0 && away(since - 1) <= margin * radius) since--
  const losses = f.subarray(half)
  return { since, centre, radius, f: losses.reduce((a, b) => a + b, 0) / losses.length }
}

/** The mean of some rows, and their mean square distance from it. */
function cloudOf(x: Float64Array, from: number, to: number, d: number) {
  const mean = Array.from({ length: d }, () => 0)
  for (let at = from * d; at < to * d; at++)
    mean[at % d] = (mean[at % d] as number) + (x[at] as number) / (to - from)
  let variance = 0
  for (let at = from * d; at < to * d; at++)
    variance += ((x[at] as number) - (mean[at % d] as number)) ** 2 / (to - from)
  return { mean, variance }
}
