// The ending of a run in words that a student can act on.
import { compileFunction } from '../language/program.ts'
import { parseRule } from '../language/rule.ts'
import { plain } from '../number.ts'
import type { Ending, Evidence } from './evidence.ts'
import { distance, moved } from './path.ts'
import { undefinedPart } from './undefined.ts'

/** One or two sentences: where, and why. */
export function explain(evidence: Evidence, ending: Ending): string {
  return explanations[ending.kind](evidence, ending)
}

const explanations: Record<Ending['kind'], (evidence: Evidence, ending: Ending) => string> = {
  converged(evidence, { step }) {
    const { recording, n, d } = evidence
    const slope = plain(distance(recording.grad, n, d), 2)
    return `Converged at step ${step}: ${place(evidence, n)}${rank(evidence)}. The slope there is ${slope}, so the steps have become tiny.`
  },
  stuck(evidence, { step, better }) {
    const { prepared, n } = evidence
    const other = better
      ? `${point(prepared.loss.variables, better.point)} is deeper: f = ${plain(better.f)}`
      : ''
    return `${standing(evidence, better?.point)} since step ${step}: ${place(evidence, n)}. The minimum at ${other}.`
  },
  oscillating(evidence, { step }) {
    const { recording, prepared, n, d } = evidence
    const recent = recording.x.subarray(Math.max(step, n - (n > 60 ? 50 : 10)) * d)
    const ends = prepared.loss.variables.map((v, i) => {
      const values = recent.filter((_, j) => j % d === i)
      return `${v} = ${plain(Math.min(...values))} and ${plain(Math.max(...values))}`
    })
    const grow = (moved(recording.x, n, d) / moved(recording.x, n - 4, d)) ** (1 / 4)
    return grow > 1.02
      ? `Swinging ever wider since step ${step}, now between ${ends.join(', ')}: ${law(evidence) ?? `each step is about ${plain(grow, 3)} times as large as the one before`}.`
      : `Oscillating since step ${step}, between ${ends.join(', ')}: the steps do not get smaller.`
  },
  diverged(evidence, { step }) {
    return `Diverged at step ${step}: ${reasonOfDivergence(evidence, step)}.`
  },
  running(evidence) {
    const { recording, prepared, run, n } = evidence
    if (prepared.steps === 0) return 'No step taken: the number of steps is 0.'
    if (run.settings.lr === 0) return 'The point does not move: the learning rate is 0.'
    if (recording.x.every((value) => value === recording.x[0]))
      return `The point has not moved in ${count(n)}: ${place(evidence, n)}.`
    const best = recording.f.reduce((a, b) => Math.min(a, b), Infinity)
    const trend = recording.f[n] === best ? 'Still on the way down' : 'Still moving'
    return `${trend} after ${count(n)}: ${place(evidence, n)}.`
  },
}

const count = (n: number) => (n === 1 ? '1 step' : `${n.toLocaleString('en')} steps`)

const point = (variables: readonly string[], at: ArrayLike<number>) =>
  variables.map((v, i) => `${v} = ${plain(at[i] as number)}`).join(', ')

function place({ recording: { x, f }, prepared, d }: Evidence, k: number): string {
  return `${point(prepared.loss.variables, x.subarray(k * d, (k + 1) * d))}, f = ${plain(f[k] as number)}`
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

/** On what kind of ground a stuck point stands, found by looking a little to each side. */
function standing(
  { prepared: { loss }, recording: { x }, n, d }: Evidence,
  better: readonly number[] = [],
): string {
  const here = [...x.subarray(n * d, (n + 1) * d)]
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

function reasonOfDivergence(evidence: Evidence, step: number): string {
  const { recording, prepared, n, d } = evidence
  const { expression, variables } = prepared.loss
  if (Number.isNaN(recording.f[n])) {
    const at = [...recording.x.subarray(n * d, (n + 1) * d)]
    return `it left the domain of f at ${point(variables, at)} (${undefinedPart(expression, variables, at)})`
  }
  return law(evidence) ?? growth(evidence, step)
}

const plainDescent = parseRule('x = x - lr*g')

/**
 * Of plain gradient descent in one variable: g₊/g = 1 − η·f̄″, with f̄″ the mean curvature over the step. Told of the
 * first step from which on the slope grew every time.
 */
function law({ recording: { x, grad }, run, n, d }: Evidence): string | undefined {
  const isPlain =
    run.rule.lines.length === 1 && run.rule.lines[0]?.value === plainDescent.lines[0]?.value
  if (!isPlain || d !== 1) return undefined
  const ratio = (k: number) => (grad[k + 1] as number) / (grad[k] as number)
  let k = n - 1
  while (k >= 0 && !Number.isFinite(ratio(k))) k--
  while (k > 0 && Math.abs(ratio(k - 1)) > 1) k--
  if (k < 0 || !(Math.abs(ratio(k)) > 1) || x[k] === x[k + 1]) return undefined
  const [r, product] = [ratio(k), plain(1 - ratio(k), 3)]
  return r < 0
    ? `in step ${k + 1}, η·f̄″ = ${product} > 2, so the slope came back ${plain(-r, 3)} times as large with the other sign, and it went on like that`
    : `in step ${k + 1}, η·f̄″ = ${product} < 0, so the slope became ${plain(r, 3)} times as large: f falls away faster and faster`
}

function growth({ recording: { x }, n, d }: Evidence, step: number): string {
  const last = Math.min(step, n)
  const [from, to] = [moved(x, Math.max(1, last - 3), d), moved(x, Math.max(1, last), d)]
  const times = (to / from) ** (1 / 3)
  return last > 3 && times > 1.01
    ? `towards the end each step was about ${plain(times, 2)} times as large as the one before`
    : 'the next point is too far away for a number'
}
