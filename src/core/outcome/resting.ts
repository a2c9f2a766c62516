// Whether a run has come to rest, on what, and whether it stays there.
import { between, distance, moved, wholeWidth } from '../descent/steps.ts'
import type { Ground, Outcome } from '../descent/trace.ts'
import { betterMinimum } from './better.ts'
import type { Evidence } from './evidence.ts'
import { groundOf } from './ground.ts'
import { type Ahead, furthest, swingAhead } from './moving.ts'
import { staysAt } from './swings.ts'

/** How a run rests; nothing where it moves. */
export function judgeResting(evidence: Evidence, ahead: Ahead): Outcome | undefined {
  const settled = firstSettledStep(evidence)
  if (settled !== undefined) return judgeSettled(evidence, settled, ahead)
  const ground = hasNoSlope(evidence) ? groundOf(evidence) : undefined
  return ground && ground.kind !== 'minimum' ? restingOn(evidence, 1, ground) : undefined
}

/** What has settled rests if it stays for as many times its steps. */
const times = 2
/** A longer run that is further away than this, beside the size of the point, has left. */
const leaves = 1e-4

/** It rests: at a minimum, the best one or not; on other ground; or only for a while. */
function judgeSettled(evidence: Evidence, step: number, ahead: Ahead): Outcome {
  const { n, d } = evidence
  const ground = groundOf(evidence)
  if (ground.kind !== 'minimum') return restingOn(evidence, step, ground)
  const next = ahead(times * n)
  const swing = swingLater(evidence, next, ahead)
  if (swing) return { kind: 'oscillating', step: n, ground, swing }
  if (!next || staysAt(next, 0, next.length / d - 1, d, leaves))
    return restingOn(evidence, step, ground)
  return { kind: 'running', step: n, ...(stepsGrow(next, d) && { ground }) }
}

/** Beside the first of them: what is longer has grown. */
const grown = 2

function stepsGrow(x: Float64Array, d: number): boolean {
  const first = moved(x, 1, d)
  for (let k = 2; k < x.length / d; k++) if (moved(x, k, d) > grown * first) return true
  return false
}

/** What swings in the end does so however soon the run was stopped: how, and from which step on. */
function swingLater(
  { recording: { x }, n, d }: Evidence,
  next: Float64Array | undefined,
  ahead: Ahead,
): Outcome['swing'] {
  const later = next && ahead(furthest)
  const rests = leaves * (1 + distance(x, n, d))
  const swing = later && swingAhead(later, d, rests)
  if (!swing) return undefined
  const soon = firstFurther(next, rests, d)
  const begins = soon ?? next.length / d - 1 + (firstFurther(later, rests, d) ?? 0)
  return { ...swing, begins: n + begins }
}

/** Stuck, unless it is the best place that is known. */
function restingOn(evidence: Evidence, step: number, ground: Ground): Outcome {
  const better = betterMinimum(evidence)
  const kind = ground.kind === 'minimum' && !better ? 'converged' : 'stuck'
  return { kind, step, ground, ...(better && { better }) }
}

/** Which of some points is the first that is further than this from the first of all. */
function firstFurther(x: Float64Array, than: number, d: number): number | undefined {
  for (let k = 1; k < x.length / d; k++) if (between(x, 0, k, d) > than) return k
  return undefined
}

const [settledStep, settledSlope] = [1e-6, 1e-4]
/** Of the size of the start: what has moved less has not got away from it. */
const barely = 5e-3

/** There was no slope to speak of from the start, and it has got nowhere. */
function hasNoSlope({ recording: { x, grad }, d, n }: Evidence): boolean {
  if (n === 0 || wholeWidth(x, d) > barely * (1 + distance(x, 0, d))) return false
  for (let k = 0; k <= n; k++) if (!(distance(grad, k, d) <= settledSlope)) return false
  return true
}

/** The last step ≤ 10⁻⁶·(1 + |x|) and |∇f| ≤ 10⁻⁴: since when that has been so without a break. */
function firstSettledStep({ recording: { x, grad }, d, n }: Evidence): number | undefined {
  let since: number | undefined
  for (let k = n; k > 0; k--) {
    const settled =
      moved(x, k, d) <= settledStep * (1 + distance(x, k, d)) &&
      distance(grad, k, d) <= settledSlope
    if (!settled) break
    since = k
  }
  return since
}
