// How far off a program may be that rounds differently: from what each operation is off, handed on by those that follow.
import { type Operation, operations } from '../../../language/operations.ts'
import { instructionsOf, type Program } from '../../../language/program.ts'
import { mostFactors } from '../wholePowers.ts'

/** Of single precision and of double: the bits behind the first, and below what exponent units get no smaller. */
export const precisions = [
  { bits: 23, least: -100 },
  { bits: 52, least: -1000 },
] as const

/** What an operation adds, in units of the last place: what the table says, a product for each factor of a power, or rounding. */
const unitsOf = (operation: Operation, kind: 0 | 1): number =>
  1 + (operations[operation].off?.[kind] ?? (operation === 'pow' ? mostFactors : 1))

export interface Within {
  readonly value: number
  /** It is no further off than this; infinite where that cannot be told. */
  readonly off: number
}

/** What each register has, at the numbers in memory. */
export function valuesOf(
  { code }: Pick<Program, 'code'>,
  memory: Float64Array,
  kind: 0 | 1,
): Within[] {
  const { bits, least } = precisions[kind]
  const all: Within[] = Array.from(memory, (value) => ({ value, off: 0 }))
  for (const { operation, to, args } of instructionsOf(code)) {
    const given = args.map((register) => all[register] as Within)
    const { value: compute } = operations[operation]
    const value = compute(...given.map((arg) => arg.value))
    const spread = corners(given).map((corner) => Math.abs(compute(...corner) - value))
    const exponent = Math.max(least, Math.floor(Math.log2(Math.abs(value))))
    const rounding = unitsOf(operation, kind) * 2 ** (exponent - bits)
    // Compared numbers that may be equal are a matter of luck; so is what is not finite.
    const isLuck = operation === 'eq' && touch(given)
    const off = isLuck ? 1 : Math.max(0, ...spread) + rounding
    all[to] = { value, off: Number.isFinite(value + off) ? off : Infinity }
  }
  return all
}

const touch = ([a, b]: readonly Within[]): boolean =>
  !!a && !!b && Math.abs(a.value - b.value) <= a.off + b.off

/** All arguments at one end each of where they may be. */
const corners = (given: readonly Within[]): number[][] =>
  given.reduce<number[][]>(
    (known, { value, off }) =>
      known.flatMap((corner) => [
        [...corner, value - off],
        [...corner, value + off],
      ]),
    [[]],
  )
