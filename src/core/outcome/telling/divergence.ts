// Why a run blew up: by law where there is one, else by what was seen.

import { distance, moved, pointAt } from '../../descent/steps.ts'
import type { Outcome } from '../../descent/trace.ts'
import { undefinedPart } from '../../language/undefinedPart.ts'
import { distinct, plain } from '../../number.ts'
import { parseRule } from '../../rules/rule.ts'
import type { Evidence } from '../evidence.ts'
import { blame } from './lineToBlame.ts'
import { pointInWords } from './words.ts'

export function reasonOfDivergence(evidence: Evidence, { step, cause, refused }: Outcome): string {
  const { recording, prepared, d } = evidence
  const { expression, variables } = prepared.loss
  const at = pointInWords(variables, pointAt(recording.x, step, d))
  const part = () => undefinedPart(expression, variables, pointAt(recording.x, step, d))
  if (cause === 'undefined') return `it left the domain of f at ${at} (${part()})`
  const slip = cause === 'refused' && refused ? blame(evidence, refused) : undefined
  if (slip && !slip.isOverflow) return slip.words
  const isSteep = cause === 'refused' && !Number.isFinite(distance(recording.grad, step, d))
  const known = law(evidence, step) ?? growth(evidence, step)
  if (known) return known
  if (cause === 'infinite') return `f is infinite at ${at} (${part()})`
  if (isSteep) return `the slope at ${at} is not a finite number`
  if (slip) return slip.words
  if (cause === 'away') return `${at} is more than 10⁶ times as far away as the start`
  return refused?.point.some(Number.isNaN)
    ? `from ${at} the rule leads to no number`
    : 'the next point is too far away for a number'
}

const plainDescent = parseRule('x = x - lr*g')

/**
 * Of plain gradient descent in one variable, without noise: g₊/g = 1 − η·f̄″, with f̄″ the mean curvature over the step. Told of the
 * first step from which on the slope grew every time; nothing where it did not.
 */
export function law(
  { recording: { x, grad }, prepared, run, n, d }: Evidence,
  end = n,
): string | undefined {
  const isPlain =
    run.rule.lines.length === 1 && run.rule.lines[0]?.value === plainDescent.lines[0]?.value
  if (!isPlain || d !== 1 || prepared.noise > 0) return undefined
  const ratio = (k: number) => (grad[k + 1] as number) / (grad[k] as number)
  const since = run.from?.step ?? 0
  let k = end - 1
  while (k >= since && !Number.isFinite(ratio(k))) k--
  while (k > since && Math.abs(ratio(k - 1)) > 1) k--
  if (k < since || !(Math.abs(ratio(k)) > 1) || x[k] === x[k + 1]) return undefined
  const r = ratio(k)
  return r < 0
    ? `in step ${k + 1}, η·f̄″ = ${distinct(1 - r, 2, 3)} > 2, so the slope came back ${distinct(-r, 1, 3)} times as large with the other sign, and it went on like that`
    : `in step ${k + 1}, η·f̄″ = ${distinct(1 - r, 0, 3)} < 0, so the slope became ${distinct(r, 1, 3)} times as large: f falls away faster and faster`
}

/** How many of the last steps tell how fast they grow. */
const last = 3

function growth({ recording: { x }, n, d }: Evidence, step: number): string | undefined {
  const end = Math.min(step, n)
  if (end <= last) return undefined
  const times = (moved(x, end, d) / moved(x, end - last, d)) ** (1 / last)
  return times > 1.05 && Number.isFinite(times)
    ? `towards the end each step was about ${plain(times, 2)} times as large as the one before`
    : undefined
}
