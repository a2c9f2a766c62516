import { type Expression, nodesOf } from '../language/expression.ts'
import { operations } from '../language/operations.ts'
import { evaluate } from '../language/program.ts'
import { plain } from '../number.ts'

/**
 * The part of an expression that first has no finite value although its arguments have: "ln of −1".
 * @param at one number per variable
 */
export function undefinedPart(
  expression: Expression,
  variables: readonly string[],
  at: readonly number[],
): string {
  const valueAt = (e: Expression) => evaluate(e, (n) => at[variables.indexOf(n)] ?? NaN)
  for (const e of nodesOf([expression])) {
    if (e.kind !== 'apply' || Number.isFinite(valueAt(e))) continue
    const args = e.args.map(valueAt)
    if (!args.every(Number.isFinite)) continue
    const [a = '', b = ''] = args.map((value) => plain(value))
    const { sign } = operations[e.operation]
    if (e.operation === 'div') return `${a} divided by ${b}`
    return sign && args.length === 2
      ? `${a} ${sign} ${b}`
      : `${e.operation} of ${[a, b].filter(Boolean).join(' and ')}`
  }
  return 'it is not finite there'
}
