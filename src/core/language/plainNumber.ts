import type { Expression } from './expression.ts'
import { constants } from './operations/names.ts'
import { type Operation, operations } from './operations.ts'

const arithmetic = new Set<Operation>(['add', 'sub', 'mul', 'div', 'neg', 'pow'])

/**
 * What Python reckons without a tensor, and rightly: no ∞, no NaN, no whole number too long.
 * @param numberOf what a name is worth that stands for a number of Python's
 * @returns nothing where a tensor is needed
 */
export function plainNumber(
  e: Expression,
  numberOf: (name: string) => number | undefined = () => undefined,
): number | undefined {
  if (e.kind === 'number') return e.value
  if (e.kind === 'name') return constants.get(e.name) ?? numberOf(e.name)
  if (!arithmetic.has(e.operation)) return undefined
  const args = e.args.map((arg) => plainNumber(arg, numberOf))
  if (!args.every((value) => value !== undefined)) return undefined
  const value = operations[e.operation].value(...args)
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined
}
