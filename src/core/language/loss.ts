// A loss as people type it: one expression in variables of one letter.
import { type Expression, namesIn } from './expression.ts'
import { constants, functionNames } from './operations.ts'
import { parse } from './parse.ts'
import { likelyFunction, likelyProduct, nearest } from './spelling.ts'

const isVariable = (word: string) => /^[A-Za-z]$/.test(word)

function complaint(word: string): string | undefined {
  if (isVariable(word) || constants.has(word)) return undefined
  const raised = /^([A-Za-z])(\d+)$/.exec(word)
  if (raised)
    return `write \`${raised[1]}^${raised[2]}\` or \`${raised[1]}*${raised[2]}\` instead of \`${word}\``
  const called = likelyFunction(word) ?? nearest(word, functionNames)
  const meant = called && !called.includes('(') ? `${called}(x)` : (called ?? likelyProduct(word))
  return meant
    ? `\`${word}\` is not known; write \`${meant}\``
    : `\`${word}\` is not known; a variable is one letter`
}

/**
 * Reads a loss function.
 * @throws Mistake with the place and the right form
 */
export const parseLoss = (text: string): Expression => parse(text, { complaint })

/** The variables of a loss, ordered by code point (R before a, x before y); x where there are none. */
export function variablesOf(loss: Expression, parameters: readonly string[] = []): string[] {
  const found = namesIn(loss).filter((n) => !constants.has(n) && !parameters.includes(n))
  return found.length ? found.sort() : ['x']
}
