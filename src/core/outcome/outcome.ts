// core/outcome/: how a run ended: judged here, and told in sentences in telling/ alone.
//
// How a run ended: what kind of ending it is, and since which step. The words are in telling/.

import type { Recording } from '../descent/recording.ts'
import { between, distance, firstNaN, moved, turnsBack, wholeWidth } from '../descent/steps.ts'
import type { Ground, Outcome, Refused } from '../descent/trace.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import { betterMinimum } from './better.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { groundOf } from './ground.ts'
import { staysAt, swingingSince, swingsOf } from './swings.ts'
import { territoryOf } from './territory.ts'

/** What is known beside the recording. */
export interface Beside {
  /** The step that could not be taken, where the run had to stop. */
  readonly refused?: Refused
  readonly ahead?: Ahead
}

/** The points of so many steps that would follow, the present one first, each time further; nothing where they are not known. */
type Ahead = (steps: number) => Float64Array | undefined

/** Judges a finished recording. */
export function outcomeOf(
  recording: Recording,
  prepared: Prepared,
  run: Run,
  { refused, ahead = () => undefined }: Beside = {},
): Outcome {
  const evidence = evidenceOf(recording, prepared, run)
  const { n } = evidence
  const { f } = recording
  const away = firstStepAway(evidence)
  if (away !== undefined) return { kind: 'diverged', step: away, cause: 'away' }
  if (Number.isNaN(f[n])) return { kind: 'diverged', step: firstNaN(f) ?? n, cause: 'undefined' }
  if (!Number.isFinite(f[n])) return { kind: 'diverged', step: n, cause: 'infinite' }
  if (refused) return { kind: 'diverged', step: n, cause: 'refused', refused }
  if (prepared.noise > 0) return judgeNoisy(evidence)
  const settled = firstSettledStep(evidence)
  if (settled !== undefined) return judgeSettled(evidence, settled, ahead)
  const ground = hasNoSlope(evidence) ? groundOf(evidence) : undefined
  return ground && ground.kind !== 'minimum'
    ? restingOn(evidence, 1, ground)
    : judgeMoving(evidence, ahead)
}

/** What has settled rests if it stays for as many times its steps; it is never followed further than this. */
const [times, furthest] = [2, 2000]
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
  return next && !staysAt(next, 0, next.length / d - 1, d, leaves)
    ? { kind: 'running', step: n, ground }
    : restingOn(evidence, step, ground)
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

/** How far back the judge of swinging looks, and how far ahead. */
const mostSwings = 400
/** Each swing beside the one before: slower, they shrink too slowly to be waited for; steady, they do not shrink. */
const [slowly, steady] = [0.95, 0.999]
/** Of the whole way: swings that have become this small do not matter any more. */
const shrunk = 2e-3

function judgeMoving(evidence: Evidence, ahead: Ahead): Outcome {
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

/** Which of some points is the first that is further than this from the first of all. */
function firstFurther(x: Float64Array, than: number, d: number): number | undefined {
  for (let k = 1; k < x.length / d; k++) if (between(x, 0, k, d) > than) return k
  return undefined
}

/** The swings at the end of the points that would follow, where they last and are wider than the least that counts. */
function swingAhead(x: Float64Array, d: number, least: number): Outcome['swing'] {
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

/** With noise a run never settles, and it turns back all the time; it oscillates only if its slopes make it do so. */
function judgeNoisy(evidence: Evidence): Outcome {
  const { n } = evidence
  if (slopesRule(evidence)) {
    const step = firstNoisySwing(evidence)
    return step === undefined ? { kind: 'running', step: n } : { kind: 'oscillating', step }
  }
  if (isCarriedByNoise(evidence)) {
    const ground = groundOf(evidence)
    if (ground.kind === 'flat' || ground.kind === 'constant')
      return { kind: 'running', step: n, ground }
  }
  const territory = territoryOf(evidence)
  return { kind: 'running', step: n, ...(territory && { territory }) }
}

/** Of the noise of the whole run, which adds up as the root of its steps: slopes this small do not add up to it. */
const muchSmaller = 0.1

/** Whether the slopes of the last half of a run have not led it anywhere, beside its noise. */
function isCarriedByNoise({ recording: { grad }, prepared: { noise }, n, d }: Evidence): boolean {
  const last = grad.subarray(Math.ceil(n / 2) * d)
  const squares = last.reduce((sum, g) => sum + g * g, 0)
  return squares <= (muchSmaller * noise) ** 2
}

/** What is that much larger than the noise is not made by it: for gradient descent this is where η·f″ > 1.8. */
const muchLarger = 3

/** Whether the slopes of the last half of a run are much larger than its noise. */
function slopesRule({ recording: { grad }, prepared: { noise }, n, d }: Evidence): boolean {
  const last = grad.subarray(Math.ceil(n / 2) * d)
  const squares = last.reduce((sum, g) => sum + g * g, 0)
  return squares > last.length * (muchLarger * noise) ** 2
}

/** |x| > 10⁶·(1 + |start|) */
function firstStepAway({ recording: { x }, d, n }: Evidence): number | undefined {
  const size = distance(x, 0, d)
  const limit = 1e6 * (1 + size)
  if (size + Math.sqrt(d) * wholeWidth(x, d) <= limit) return undefined
  for (let k = 0; k <= n; k++) if (distance(x, k, d) > limit) return k
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

/** The first step since which a noisy run turns back again and again and is no narrower than before. */
function firstNoisySwing({ recording: { x }, d, n }: Evidence): number | undefined {
  const from = n - Math.min(Math.floor(n / 2), mostSwings)
  if (!swingsOf({ x, d, from, to: n })?.lasts) return undefined
  let since = from
  while (since > 1 && turnsBack(x, since, d)) since--
  return since
}
