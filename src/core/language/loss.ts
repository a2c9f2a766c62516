// A loss as people type it: one expression in variables of one letter.
import { type Expression, namesIn } from './expression.ts'
import { constants } from './operations.ts'
import { parse } from './parse.ts'
import { complaintAbout } from './spelling.ts'

const isKnown = (word: string) => /^[A-Za-z]$/.test(word) || constants.has(word)

/**
 * Reads a loss function.
 * @param parameters names that are known besides: those of the catalogue entry that the text is of
 * @throws Mistake with the place and the right form
 */
export const parseLoss = (text: string, parameters: readonly string[] = []): Expression =>
  parse(text, {
    complaint: (word) =>
      isKnown(word) || parameters.includes(word) ? undefined : complaintAbout(word),
  })

/** The variables of a loss, ordered by code point (R before a, x before y); x where there are none. */
export function variablesOf(loss: Expression, parameters: readonly string[] = []): string[] {
  const found = namesIn(loss).filter((n) => !constants.has(n) && !parameters.includes(n))
  return found.length ? found.sort() : ['x']
}
