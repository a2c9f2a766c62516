// The check in words: what its charts tell, and what it costs.
import {
  type GradientCheck,
  type Precision,
  type QuotientKind,
  quotientKinds,
  quotients,
} from '../../../core/graphs/gradientCheck.ts'
import { theValue, valueName } from '../../../core/loss/valueName.ts'
import { plain } from '../../../core/number.ts'
import { bestOf, type Checked, type Comparison, digitsThatAgree, tolerances } from './slopes.ts'

/** df/dx where x is the only variable, else ∂f/∂x. */
export const slopeName = (variables: readonly string[], variable: string): string => {
  const d = variables.length > 1 ? '∂' : 'd'
  return `${d}${valueName(variables)}/${d}${variable}`
}

/** A width or an error, as its size matters. */
export const rough = (value: number): string => plain(value, 2)

/** The whole chart of errors in a sentence. */
export function errorInWords(
  { graph, variable, precision }: Checked,
  check: GradientCheck,
): string {
  const best = quotientKinds.map((kind) => {
    const best = bestOf(check, kind)
    const { bestAs } = quotients[kind]
    const predicted = `predicted ${bestAs} = ${rough(check.predicted[kind])}`
    return best
      ? `${kind} differences: best h found ${rough(best.h)} with error ${rough(best.error)}, ${predicted}`
      : `${kind} differences: no h is best, ${predicted}`
  })
  const name = slopeName(graph.loss.variables, variable)
  return [`Error of ${name} over h from 10⁻¹⁶ to 1 in ${precision}`, ...best].join('; ')
}

/** The chart of secants in a sentence. */
export function secantInWords(
  { graph, variable }: Checked,
  h: number,
  compared: Readonly<Record<QuotientKind, Comparison>>,
): string {
  const { exact } = compared.forward
  const slopes = quotientKinds.map((kind) => `${kind} secant ${plain(compared[kind].quotient)}`)
  const f = valueName(graph.loss.variables)
  return `${f} along ${variable} with secants at h = ${plain(h)}. Slopes: ${slopes.join(', ')}, tangent ${plain(exact)}`
}

/** n + 1 and the like, from what it gives for 0 and for 1. */
const inVariables = (kind: QuotientKind): string => {
  const none = quotients[kind].evaluations(0)
  const each = quotients[kind].evaluations(1) - none
  return `${each === 1 ? '' : each}n${none ? ` + ${none}` : ''}`
}

/** What all slopes cost, by quotients and by backpropagation. */
export function costInWords(variables: readonly string[]): string {
  const n = variables.length
  const counts = quotientKinds.map((kind) => {
    const count = quotients[kind].evaluations(n)
    return `${kind} differences take ${inVariables(kind)} = ${count} evaluations of ${theValue(variables)}`
  })
  return `By ${n === 1 ? 'n = 1 variable' : `all n = ${n} variables`}, ${counts.join(', ')}; backpropagation takes one forward and one backward pass, whatever n is.`
}

/** When two slopes are said to agree. */
export const ruleInWords = (precision: Precision): string =>
  `They agree where the error is at most ${plain(tolerances[precision])} of the slope, or of 1 where the slope is less (${precision}).`

/** How many digits agree, for a table. */
export function digitsInWords(comparison: Comparison): string {
  const digits = digitsThatAgree(comparison)
  return digits === undefined ? '—' : digits === Infinity ? 'all' : String(digits)
}

/** A share for a table. */
export const share = (value: number): string => (Number.isNaN(value) ? '—' : plain(value, 2))

/** The best width that was found, for a table. */
export function foundInWords(check: GradientCheck, kind: QuotientKind): string {
  const best = bestOf(check, kind)
  return best ? rough(best.h) : '—'
}
