// Why a run blew up: by law where there is one, else by what was seen.

import { distance, moved, pointAt } from '../../descent/steps.ts'
import type { Outcome } from '../../descent/trace.ts'
import { undefinedPart } from '../../language/undefinedPart.ts'
import { theValue } from '../../loss/valueName.ts'
import { distinct, plain } from '../../number.ts'
import { parseRule } from '../../rules/parseRule.ts'
import type { Evidence } from '../evidence.ts'
import { blame } from './lineToBlame.ts'
import { noSlope } from './noSlope.ts'
import { pointInWords, times } from './words.ts'

/** Why, in words; and the law behind them where there is one. */
export interface Reason {
  readonly words: string
  readonly formula?: string
  /** Something has no value, whatever the learning rate. */
  readonly isBarrier?: boolean
}

export function reasonOfDivergence(evidence: Evidence, { step, cause, refused }: Outcome): Reason {
  const { recording, prepared, d } = evidence
  const { expression, variables } = prepared.loss
  const point = pointAt(recording.x, step, d)
  const at = pointInWords(variables, point)
  const f = theValue(variables)
  const part = () => undefinedPart(expression, variables, point)
  if (cause === 'undefined') return { words: `it left the domain of ${f} at ${at} (${part()})` }
  const isSteep = cause === 'refused' && !Number.isFinite(distance(recording.grad, step, d))
  const slip = cause === 'refused' && refused ? blame(evidence, refused, isSteep) : undefined
  if (slip && !slip.isOverflow) return { words: slip.words, isBarrier: true }
  const known = law(evidence, step) ?? growth(evidence, step)
  if (known) return known
  if (cause === 'infinite') return { words: `${f} is infinite at ${at} (${part()})` }
  if (isSteep) return { words: noSlope(prepared.loss, point), isBarrier: true }
  if (slip) return { words: slip.words }
  if (cause === 'away') return { words: `${at} is more than 10⁶ times as far away as the start` }
  return {
    words: refused?.point.some(Number.isNaN)
      ? `from ${at} the rule leads to no number`
      : 'the next point is too far away for a number',
  }
}

interface Law extends Reason {
  readonly formula: string
}

const plainDescent = parseRule('x = x - lr*g')

export const isPlainDescent = ({ run }: Evidence): boolean =>
  run.rule.lines.length === 1 && run.rule.lines[0]?.value === plainDescent.lines[0]?.value

/**
 * Of plain gradient descent in one variable, without noise: g₊/g = 1 − η·f̄″, with f̄″ the mean curvature over the step. Told of the
 * first step from which on the slope grew every time; nothing where it did not.
 */
export function law(evidence: Evidence, end = evidence.n): Law | undefined {
  const { recording, prepared, run, d } = evidence
  const { x, grad } = recording
  if (!isPlainDescent(evidence) || d !== 1 || prepared.noise > 0) return undefined
  const ratio = (k: number) => (grad[k + 1] as number) / (grad[k] as number)
  const since = run.from?.step ?? 0
  let k = end - 1
  while (k >= since && !Number.isFinite(ratio(k))) k--
  while (k > since && Math.abs(ratio(k - 1)) > 1) k--
  if (k < since || !(Math.abs(ratio(k)) > 1) || x[k] === x[k + 1]) return undefined
  const r = ratio(k)
  const formula = `In step ${k + 1}, η·f̄″ = ${r < 0 ? `${distinct(1 - r, 2, 3)} > 2` : `${distinct(1 - r, 0, 3)} < 0`}`
  return {
    formula,
    words:
      r < 0
        ? `step ${k + 1} was ${times(1 - r, 2)} too long for this curvature, so the slope came back ${times(-r, 1)} as large with the other sign, and it went on like that`
        : `${theValue(prepared.loss.variables)} falls away faster and faster, so in step ${k + 1} the slope became ${times(r, 1)} as large, and it went on like that`,
  }
}

/** How many of the last steps tell how fast they grow. */
const last = 3

function growth({ recording: { x }, n, d }: Evidence, step: number): Reason | undefined {
  const end = Math.min(step, n)
  if (end <= last) return undefined
  const ratio = (moved(x, end, d) / moved(x, end - last, d)) ** (1 / last)
  if (!(ratio > 1.05) || !Number.isFinite(ratio)) return undefined
  return {
    words: `towards the end each step was about ${plain(ratio, 2)} times as large as the one before`,
  }
}
