// How a product is written down: what a function is given, where it keeps what, and its instructions on vectors of two
// numbers in double precision.
import {
  block,
  get,
  i32,
  leaveIf,
  loop,
  plain,
  set,
  v128,
  whole,
  wide,
  wideAt,
} from '../../wasm.ts'

/** Bytes, in parts that are put together when all are there. */
export type Code = readonly (number | Code)[]

/** All bytes, one behind the other. */
export function bytesOf(code: Code, to: number[] = []): number[] {
  for (const part of code)
    if (typeof part === 'number') to.push(part)
    else bytesOf(part, to)
  return to
}

/** What every function is given first: where the rows of a batch lie, and how many there are. */
export const given = { x: 0, rows: 1 } as const

/** Vectors in registers: sums of a tile, those that become slopes by biases, and what is multiplied. */
const most = { sums: 8, biases: 4, factors: 5 } as const
export const { sums } = most

/**
 * The locals of a function that is given so much: addresses that go on from row to row, rows that are left, and vectors by
 * number.
 */
export const [from, to] = [2, 3]
const [left, vectors] = [4, 5]
export const sum = (k: number): number => vectors + k
export const ofBias = (k: number): number => sum(most.sums + k)
export const factor = (k: number): number => ofBias(most.biases + k)

export const locals = [
  [vectors - 2, i32],
  [most.sums + most.biases + most.factors, v128],
] as const

const [loadBoth, loadAll, loadFirst, storeBoth, storeFirst] = [0x00, 0x0a, 0x5d, 0x0b, 0x5b]
const [addition, product, choice, all] = [0xf0, 0xf2, 0x0d, 0x0c]
const bytesOfVector = 16

/** So many bytes on from an address in a local, or from the beginning. */
export interface Place {
  readonly base?: number
  readonly bytes: number
}

const baseOf = ({ base }: Place) => (base === undefined ? whole(0) : get(base))

/** Two numbers that lie side by side, or the first of them alone. */
export const loaded = (place: Place, isPair: boolean): Code => [
  baseOf(place),
  wideAt(isPair ? loadBoth : loadFirst, place.bytes),
]

/** A number, twice. */
export const spread = (place: Place): Code => [baseOf(place), wideAt(loadAll, place.bytes)]

export const stored = (place: Place, vector: Code, isPair: boolean): Code => [
  [baseOf(place), vector],
  isPair ? wideAt(storeBoth, place.bytes) : [wideAt(storeFirst, place.bytes), 0],
]

/** sum + a·b, or a·b where the sum begins. */
export const added = (to: number, a: number, b: number, begins = false): Code => [
  [get(a), get(b), wide(product)],
  begins ? [] : [get(to), wide(addition)],
  set(to),
]

export const plus = wide(addition)
export const nothing: Code = [wide(all), Array<number>(bytesOfVector).fill(0)]

/** Of two vectors, the first number of each, or the second. */
export const picked = (a: Code, b: Code, second: 0 | 1): Code => [
  [a, b, wide(choice)],
  [0, bytesOfVector].map((vector) => Array.from({ length: 8 }, (_, i) => vector + 8 * second + i)),
]

/** From row to row, in bytes. */
interface Strides {
  readonly from: number
  readonly to: number
}

/** A tile of two rows for all of them, then one of a single row for what is left. */
export const forRows = (strides: Strides, tile: (height: number) => Code): Code => [
  [get(given.rows), set(left)],
  [2, 1].map(
    (height): Code => [
      [block, loop],
      [get(left), whole(height), plain.isLess, leaveIf(1)],
      tile(height),
      onwards(from, height * strides.from),
      onwards(to, height * strides.to),
      onwards(left, -height),
      [again, plain.end, plain.end],
    ],
  ),
]

const again = [0x0c, 0]
const onwards = (local: number, by: number) => [get(local), whole(by), plain.addWhole, set(local)]
