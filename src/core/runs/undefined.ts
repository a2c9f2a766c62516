import type { Application, Expression } from '../language/expression.ts'
import { operations } from '../language/operations.ts'
import { evaluate } from '../language/program.ts'
import { plain } from '../number.ts'

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
  const valueAt = (e: Expression) => evaluate(e, (n) => at[variables.indexOf(n)] ?? NaN)
  const culprit = firstCulprit(expression, valueAt)
  return culprit ? inWords(culprit, culprit.args.map(valueAt)) : 'it is not finite there'
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
