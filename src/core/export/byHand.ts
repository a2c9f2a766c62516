// A loss as whoever computes by hand wants it: numbers that are short stand in the place of letters, and what they leave
// nothing of is gone.
import type { Prepared } from '../experiment/prepare.ts'
import { apply, type Expression, namesIn, number } from '../language/expression.ts'
import { tidied } from '../language/latex/tidy.ts'
import { substitute, vanish } from '../language/simplify.ts'
import { exactFigures } from '../number.ts'

/** Digits of a number, but for what is rounding. */
export const digitsIn = (value: number): number =>
  String(Number(value.toPrecision(exactFigures)))
    .replace(/e.*/, '')
    .replace(/^-?0?\.?0*|\./g, '').length

/** Longer numbers keep their letters. */
const longest = 3

const asWritten = (value: number): Expression =>
  value < 0 ? apply('neg', number(-value)) : number(value)

/** The same experiment, with its loss written for a calculation by hand. For reading only. */
export function byHand(prepared: Prepared): Prepared {
  const { loss } = prepared
  const letters = { ...loss.parameters, ...loss.constants }
  const short = new Map(Object.entries(letters).filter(([, value]) => digitsIn(value) <= longest))
  if (short.size === 0) return prepared
  const insert = (name: string) => {
    const value = short.get(name)
    return value === undefined ? undefined : asWritten(value)
  }
  const written = tidied(substitute(loss.written, insert, vanish))
  const names = new Set(namesIn(written))
  const left = (values: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)))
  const { parameters, constants } = loss
  return {
    ...prepared,
    loss: { ...loss, written, parameters: left(parameters), constants: left(constants) },
  }
}
