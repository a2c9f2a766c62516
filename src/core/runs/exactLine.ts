// A line of the formula with every digit, as text of the language: to be looked at closely, or copied and computed again.
import { apply, number } from '../language/expression.ts'
import type { FormulaLine } from '../language/formula.ts'
import { constants } from '../language/operations.ts'
import { print } from '../language/print.ts'
import { bareName } from '../language/sequence.ts'
import { substitute } from '../language/simplify.ts'
import type { Source } from '../language/source.ts'
import { exact } from '../number.ts'

/**
 * `m = 0.9*0 + (1 - 0.9)*0.7378982… = 0.0737898…`
 * @param of the recorded number of a source
 * @returns nothing for lines without numbers, such as where a memory starts
 */
export function exactLine(
  { name, computes, result, numbers }: FormulaLine,
  of: (source: Source) => number,
): string | undefined {
  if (!result || !numbers) return undefined
  const value = of(result)
  if (Number.isNaN(value)) return undefined
  const left = `${bareName(name)} = `
  if (!computes) return left + exact(value)
  const numbered = substitute(
    computes.expression,
    (n) => (constants.has(n) ? undefined : number(of(computes.source(n)))),
    apply,
  )
  const right = print(numbered)
  const whole = exact(value)
  return right === whole ? left + whole : `${left}${right} = ${whole}`
}
