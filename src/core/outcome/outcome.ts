// core/outcome/: how a run ended: judged here, and told in sentences in telling/ alone.
//
// How a run ended: what kind of ending it is, and since which step. The words are in telling/.

import type { Recording } from '../descent/recording.ts'
import { distance, moved, turnsBack, width } from '../descent/steps.ts'
import type { Better, Outcome, Refused } from '../descent/trace.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import { compileFunction } from '../language/program.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { territoryOf } from './territory.ts'

/**
 * Judges a finished recording.
 * @param refused the step that could not be taken, where the run had to stop
 */
export function outcomeOf(
  recording: Recording,
  prepared: Prepared,
  run: Run,
  refused?: Refused,
): Outcome {
  const evidence = evidenceOf(recording, prepared, run)
  const { n } = evidence
  const away = firstStepAway(evidence)
  if (away !== undefined) return { kind: 'diverged', step: away, cause: 'away' }
  if (Number.isNaN(recording.f[n]))
    return { kind: 'diverged', step: recording.f.findIndex(Number.isNaN), cause: 'undefined' }
  if (!Number.isFinite(recording.f[n])) return { kind: 'diverged', step: n, cause: 'infinite' }
  if (refused) return { kind: 'diverged', step: n, cause: 'refused', refused }
  if (prepared.noise > 0) return judgeNoisy(evidence)
  const settled = firstSettledStep(evidence)
  if (settled !== undefined) {
    const better = betterMinimum(evidence)
    return better ? { kind: 'stuck', step: settled, better } : { kind: 'converged', step: settled }
  }
  return swingingOrRunning(evidence)
}

function swingingOrRunning(evidence: Evidence): Outcome {
  const swinging = firstSwingingStep(evidence)
  return swinging === undefined
    ? { kind: 'running', step: evidence.n }
    : { kind: 'oscillating', step: swinging }
}

/** With noise a run never settles, and it turns back all the time; it oscillates only if its slopes make it do so. */
function judgeNoisy(evidence: Evidence): Outcome {
  if (slopesRule(evidence)) return swingingOrRunning(evidence)
  const territory = territoryOf(evidence)
  return { kind: 'running', step: evidence.n, ...(territory && { territory }) }
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
  const limit = 1e6 * (1 + Math.hypot(...x.subarray(0, d)))
  for (let k = 0; k <= n; k++) if (distance(x, k, d) > limit) return k
  return undefined
}

/** The last step ≤ 10⁻⁶·(1 + |x|) and |∇f| ≤ 10⁻⁴: since when that has been so without a break. */
function firstSettledStep({ recording: { x, grad }, d, n }: Evidence): number | undefined {
  let since: number | undefined
  for (let k = n; k > 0; k--) {
    const settled = moved(x, k, d) <= 1e-6 * (1 + distance(x, k, d)) && distance(grad, k, d) <= 1e-4
    if (!settled) break
    since = k
  }
  return since
}

function betterMinimum({ prepared: { loss }, recording, n, run }: Evidence): Better | undefined {
  if (run.settings.maximize === true) return undefined
  const reached = recording.f[n] as number
  const value = compileFunction(loss.expression, loss.variables)
  const known = loss.minima.map((point) => ({ point, f: value(...point) }))
  const best = known.reduce<Better | undefined>((a, b) => (a && a.f <= b.f ? a : b), undefined)
  return best && best.f < reached - 1e-6 * (1 + Math.abs(reached)) ? best : undefined
}

/** How far back the judge of swinging looks. */
const mostSwings = 400

/**
 * The point goes to and fro without getting anywhere: over the last half of the run it turns back at least every
 * fifth step, and the second part of that stretch is as wide as the first.
 */
function firstSwingingStep({ recording: { x }, d, n }: Evidence): number | undefined {
  const window = Math.min(Math.floor(n / 2), mostSwings)
  if (window < 6) return undefined
  const turns = (from: number, to: number) => {
    let count = 0
    for (let k = from + 1; k < to; k++) if (turnsBack(x, k, d)) count++
    return count
  }
  const middle = n - Math.floor(window / 2)
  if (turns(n - window, n) < window / 5) return undefined
  if (width(x, middle, n, d) < 0.9 * width(x, n - window, middle, d)) return undefined
  let since = n - window
  while (since > 1 && turnsBack(x, since, d)) since--
  return since
}
