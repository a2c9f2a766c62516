import { plain } from '../number.ts'
import type { Application, Expression } from './expression.ts'
import { operations } from './operations.ts'
import { evaluate } from './program.ts'

/**
 * The part of an expression that first has no finite value although its arguments have: "ln of −1". Branches that are
 * not taken are not asked.
 * @param at one number per variable
 */
export function undefinedPart(
  expression: Expression,
  variables: readonly string[],
  at: readonly number[],
): string {
  return culpritIn(expression, (n) => at[variables.indexOf(n)] ?? NaN)?.words ?? nothing
}

const nothing = 'it is not finite there'

interface Culprit {
  readonly words: string
  readonly dividesByZero: boolean
  /** No value at all, rather than one that is too large. */
  readonly isUndefined: boolean
}

/** The same of any expression of names; nothing where it has a value. */
export function culpritIn(
  expression: Expression,
  lookUp: (name: string) => number,
): Culprit | undefined {
  const valueAt = (e: Expression) => evaluate(e, lookUp)
  const culprit = firstCulprit(expression, valueAt)
  if (!culprit) return undefined
  const args = culprit.args.map(valueAt)
  return {
    words: inWords(culprit, args),
    dividesByZero: culprit.operation === 'div' && args[1] === 0,
    isUndefined: Number.isNaN(valueAt(culprit)),
  }
}

function firstCulprit(e: Expression, valueAt: (e: Expression) => number): Application | undefined {
  if (e.kind !== 'apply' || Number.isFinite(valueAt(e))) return undefined
  const [condition, yes, no] = e.args as [Expression, Expression, Expression]
  const asked = e.operation === 'where' ? [condition, valueAt(condition) !== 0 ? yes : no] : e.args
  for (const arg of asked) {
    const inside = firstCulprit(arg, valueAt)
    if (inside) return inside
  }
  return e
}

function inWords({ operation }: Application, args: readonly number[]): string {
  const [a = '', b = ''] = args.map((value) => plain(value))
  const { sign } = operations[operation]
  if (operation === 'div') return `${a} divided by ${b}`
  if (operation === 'pow') return `${a} to the power ${b}`
  return sign && args.length === 2
    ? `${a} ${sign} ${b}`
    : `${operation} of ${args.map((value) => plain(value)).join(' and ')}`
}
