// A loss as people type it: one expression in variables of one letter.

import { adviser } from './adviser.ts'
import type { Reading } from './arithmetic.ts'
import { type Expression, namesIn } from './expression.ts'
import { constants } from './operations/names.ts'
import { parse, readAs } from './parse.ts'
import { print } from './print.ts'

/** What variables are called: single letters, or with a number behind them, where there are many: x1. */
const names = { letters: /^[A-Za-z]$/, numbered: /^[A-Za-z]\d*$/ } as const
export type Names = keyof typeof names

const reading = (parameters: readonly string[] = [], kind: Names = 'letters'): Reading => ({
  loosely: true,
  complaint: (word) =>
    names[kind].test(word) || constants.has(word) || parameters.includes(word)
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
 * @throws Mistake with the place and the right form
 */
export const parseLoss = (text: string, parameters?: readonly string[], kind?: Names): Expression =>
  parse(defined(text), reading(parameters, kind))

/**
 * How a loss is read that is written otherwise than the grammar says.
 * @throws Mistake if it cannot be read
 */
export const lossReadAs = (text: string, kind?: Names): string | undefined => {
  const bare = defined(text)
  const isBare = bare === text
  return readAs(bare, reading([], kind)) ?? (isBare ? undefined : print(parseLoss(bare, [], kind)))
}

/** The variables of a loss, ordered by code point (R before a, x before y); x where there are none. */
export function variablesOf(loss: Expression, parameters: readonly string[] = []): string[] {
  const found = namesIn(loss).filter((n) => !constants.has(n) && !parameters.includes(n))
  return found.length ? found.sort() : ['x']
}
