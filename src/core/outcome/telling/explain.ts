// core/outcome/telling/: the ending of a run in words that a student can act on.
//
// The ending of a run in words that a student can act on.

import { distance, pointAt, width } from '../../descent/steps.ts'
import type { Outcome, Trace } from '../../descent/trace.ts'
import type { Prepared, Run } from '../../experiment/prepare.ts'
import { compileFunction } from '../../language/program.ts'
import { undefinedPart } from '../../language/undefinedPart.ts'
import { distinct, plain } from '../../number.ts'
import { type Evidence, evidenceOf } from '../evidence.ts'
import { law, reasonOfDivergence } from './divergence.ts'
import { rest, stillness } from './standstill.ts'
import { type StationaryInWords, stationaryInWords } from './stationaryPoint.ts'
import { wandering } from './wandering.ts'
import { count, place, pointInWords } from './words.ts'

/** How a run ended, in one or two sentences: where, and why. */
export function explain(trace: Trace, prepared: Prepared, run: Run): string {
  const { outcome: ending } = trace
  const evidence = evidenceOf(trace, prepared, run)
  if (ending.kind === 'diverged') return explanations.diverged(evidence, ending)
  const still =
    stillness(evidence, ending) ?? (ending.kind === 'running' ? rest(evidence) : undefined)
  return `${still ?? explanations[ending.kind](evidence, ending)}${detour(evidence)}`
}

/** How many times as wide the later swings are if they grow; chance alone may double them. */
const [noticeably, clearly] = [1.2, 3]

const explanations: Record<Outcome['kind'], (evidence: Evidence, ending: Outcome) => string> = {
  converged(evidence, { step }) {
    const { recording, d } = evidence
    const slope = plain(distance(recording.grad, step, d), 2)
    const stationary = stationaryInWords(evidence)
    if (stationary)
      return `Stopped ${stationary.place} since step ${step}: ${place(evidence, step)}. The slope there is ${slope}, but ${stationary.way}.`
    return `Converged at step ${step}: ${place(evidence, step)}${rank(evidence)}. The slope there is ${slope}, so the steps have become tiny.`
  },
  stuck(evidence, { step, better }) {
    const { prepared, n } = evidence
    const other = better
      ? `${pointInWords(prepared.loss.variables, better.point)} is deeper: f = ${plain(better.f)}`
      : ''
    const stationary = stationaryInWords(evidence)
    const where = stationary ? stopped(stationary) : standing(evidence, better?.point)
    const way = stationary ? `, but ${stationary.way}` : ''
    return `${where} since step ${step}: ${place(evidence, n)}${way}. The minimum at ${other}.`
  },
  oscillating(evidence, { step }) {
    const { recording, n, d } = evidence
    const half = Math.floor((n - step) / 2)
    const growth =
      width(recording.x, n - half, n, d) / width(recording.x, n - 2 * half, n - half, d)
    const where = `between ${ends(evidence, step)}`
    const isNoisy = evidence.prepared.noise > 0
    if (growth > (isNoisy ? clearly : noticeably)) {
      const factor = growth ** (1 / half)
      // What is nearly 1 is not 1: 1.004.
      const times = plain(factor, factor < 1.05 ? 4 : 3)
      return `Swinging ever wider since step ${step}, now ${where}: ${law(evidence) ?? `each swing is about ${times} times as wide as the one before`}.`
    }
    if (isNoisy)
      return `Oscillating since step ${step}, ${where}: each step leads too far, and the noise never lets it settle.`
    const trend = growth < 0.995 ? 'the swings shrink only slowly' : 'the steps do not get smaller'
    return `Oscillating since step ${step}, ${where}: ${trend}.`
  },
  diverged(evidence, ending) {
    return `Diverged at step ${ending.step}: ${reasonOfDivergence(evidence, ending)}.`
  },
  running(evidence, { territory }) {
    const { prepared, n } = evidence
    if (territory) return wandering(evidence, territory)
    if (prepared.steps === 0) return 'No step taken: the number of steps is 0.'
    return `${trend(evidence)} after ${count(n)}: ${place(evidence, n)}.`
  },
}

/** Whether the last step led to the best value so far. */
function trend({ recording: { f }, run, n }: Evidence): string {
  const up = run.settings.maximize === true
  const sign = up ? -1 : 1
  const last = sign * (f[n] as number)
  for (let k = 0; k < n; k++) if (!(last < sign * (f[k] as number))) return 'Still moving'
  return up ? 'Still on the way up' : 'Still on the way down'
}

/** Where the loss was undefined on the way, though not at the end. */
function detour({ recording: { f, x }, prepared, d }: Evidence): string {
  const k = f.findIndex(Number.isNaN)
  if (k < 0) return ''
  const { expression, variables } = prepared.loss
  const at = pointAt(x, k, d)
  return ` On the way, at step ${k}, it was outside the domain of f: ${pointInWords(variables, at)} (${undefinedPart(expression, variables, at)}).`
}

/** How far back the ends of the latest swings are looked for, in steps. */
const [recently, lately] = [50, 10]

function ends({ recording: { x }, prepared, n, d }: Evidence, since: number): string {
  const from = Math.max(since, n - (n > recently ? recently : lately))
  return prepared.loss.variables
    .map((variable, i) => {
      let [least, most] = [Infinity, -Infinity]
      for (let k = from; k <= n; k++) {
        least = Math.min(least, x[k * d + i] as number)
        most = Math.max(most, x[k * d + i] as number)
      }
      return `${variable} = ${distinct(least, most)} and ${distinct(most, least)}`
    })
    .join(', ')
}

/** What is known of the place where it converged. */
function rank({ prepared: { loss }, recording, run, n }: Evidence): string {
  if (run.settings.maximize === true || loss.minima.length === 0) return ''
  const value = compileFunction(loss.expression, loss.variables)
  const deepest = Math.min(...loss.minima.map((at) => value(...at)))
  const reached = recording.f[n] as number
  if (!(Math.abs(reached - deepest) <= 1e-6 * (1 + Math.abs(deepest)))) return ''
  return loss.minima.length > 1 ? ', the deepest minimum' : ', the minimum'
}

const stopped = ({ place, isSaddle }: StationaryInWords): string =>
  isSaddle ? `Stopped ${place}` : `Stuck where the slope is 0, ${place},`

/** On what kind of ground a stuck point stands, found by looking a little to each side. */
function standing(
  { prepared: { loss }, recording: { x }, n, d }: Evidence,
  better: readonly number[] = [],
): string {
  const here = pointAt(x, n, d)
  const reach = 0.02 * Math.hypot(...here.map((value, i) => value - (better[i] ?? 0)))
  const value = compileFunction(loss.expression, loss.variables)
  const level = value(...here)
  const around = here.flatMap((_, i) =>
    [-reach, reach].map((step) => value(...here.map((v, j) => (i === j ? v + step : v))) - level),
  )
  const noticeable = 1e-4 * (1 + Math.abs(level)) * Math.min(1, reach)
  if (around.every((rise) => rise > noticeable)) return 'Stuck in a local minimum'
  return around.every((rise) => Math.abs(rise) <= noticeable)
    ? 'Stuck on flat ground'
    : 'Stuck where the slope is 0'
}
