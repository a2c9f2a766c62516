// A loss as people type it: one expression in variables of one letter.

import { adviser } from './adviser.ts'
import type { Reading } from './arithmetic.ts'
import { type Expression, namesIn } from './expression.ts'
import { constants } from './operations/names.ts'
import { parse, readAs } from './parse.ts'
import { print } from './print.ts'
import { isVariable } from './spelling.ts'

/** What variables are called where there are many: x1. */
const isNumbered = (word: string) => /^[A-Za-z]\d+$/.test(word)

const reading = (parameters: readonly string[] = [], hasMany = false): Reading => ({
  loosely: true,
  complaint: (word) =>
    isVariable(word) ||
    (hasMany && isNumbered(word)) ||
    constants.has(word) ||
    parameters.includes(word)
      ? undefined
      : adviser().complaintAbout(word),
})

/** y = x^2 and f(x) = x^2 say what stands to the right, in its place. */
const defined = (text: string): string =>
  text.replace(/^\s*([A-Za-z])\s*(\([\s\w,]*\)\s*)?=(?!=)/, (left, letter, args) =>
    args || (letter !== 'x' && !text.slice(left.length).includes(letter))
      ? ' '.repeat(left.length)
      : left,
  )

/**
 * Reads a loss function.
 * @param parameters names that are known besides: those of the catalogue entry that the text is of
 * @param hasMany whether variables may have a number behind them
 * @throws Mistake with the place and the right form
 */
export const parseLoss = (
  text: string,
  parameters?: readonly string[],
  hasMany?: boolean,
): Expression => parse(defined(text), reading(parameters, hasMany))

/**
 * How a loss is read that is written otherwise than the grammar says.
 * @throws Mistake if it cannot be read
 */
export const lossReadAs = (text: string, hasMany?: boolean): string | undefined => {
  const bare = defined(text)
  return (
    readAs(bare, reading([], hasMany)) ??
    (bare === text ? undefined : print(parseLoss(bare, [], hasMany)))
  )
}

/** The variables of a loss, ordered by code point (R before a, x before y); x where there are none. */
export function variablesOf(loss: Expression, parameters: readonly string[] = []): string[] {
  const found = namesIn(loss).filter((n) => !constants.has(n) && !parameters.includes(n))
  return found.length ? found.sort() : ['x']
}
