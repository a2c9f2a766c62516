// A line of the formula with every digit, as text of the language: to be looked at closely, or copied and computed again.
import { apply, number } from '../language/expression.ts'
import { constants } from '../language/operations/names.ts'
import { print } from '../language/print.ts'
import { substitute } from '../language/simplify.ts'
import type { Source } from '../rules/source.ts'
import type { FormulaLine } from './formula.ts'

/**
 * `m = 0.9*0 + (1 - 0.9)*0.7378982… = 0.0737898…`; for each coordinate of a vector a line of its own, m_x = … and m_y = …
 * @param of the recorded number of a source, for a coordinate
 * @returns nothing for lines without numbers, such as where a memory starts
 */
export function exactLine(
  { computes, result, numbers, rows }: FormulaLine,
  of: (source: Source, coordinate: number) => number,
): string | undefined {
  if (!result || !numbers) return undefined
  const texts = rows.flatMap(({ name, coordinate }) => {
    const value = of(result, coordinate)
    if (Number.isNaN(value)) return []
    const right = computes && numbered(computes, (source) => of(source, coordinate))
    const whole = print(number(value))
    return [right === undefined || right === whole ? [name, whole] : [name, right, whole]]
  })
  return texts.length > 0 ? texts.map((sides) => sides.join(' = ')).join('\n') : undefined
}

function numbered(
  { expression, source }: NonNullable<FormulaLine['computes']>,
  of: (source: Source) => number,
): string {
  const lookUp = (n: string) => (constants.has(n) ? undefined : number(of(source(n))))
  return print(substitute(expression, lookUp, apply))
}
