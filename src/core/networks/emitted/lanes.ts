// Vectors of WebAssembly: 128 bits that hold four numbers in single precision or two in double, a lane each.
// Source: WebAssembly Core Specification 2.0, chapter 5.4.8
import { call, get, plain, wide, wideAt } from '../../wasm.ts'
import type { Floats } from '../floats.ts'

/** How vectors of one kind of number are worked on. */
export interface Lanes {
  /** Numbers in a vector. */
  readonly count: number
  /** Bytes of a number. */
  readonly size: number
  /** Which opcode is for them, where there are two: for single precision and for double. */
  readonly kind: 0 | 1
  readonly splat: number
  readonly extract: number
  readonly replace: number
  /** From memory: the same number in all lanes, or one number in the first. */
  readonly loadAll: number
  readonly loadFirst: number
  readonly storeFirst: number
  /** From the table's functions, which compute in double precision, and to them. */
  readonly narrow: readonly number[]
  readonly widen: readonly number[]
}

const single: Lanes = {
  count: 4,
  size: 4,
  kind: 0,
  splat: 0x13,
  extract: 0x1f,
  replace: 0x20,
  loadAll: 0x09,
  loadFirst: 0x5c,
  storeFirst: 0x5a,
  narrow: [plain.toSingle],
  widen: [plain.fromSingle],
}

const double: Lanes = {
  count: 2,
  size: 8,
  kind: 1,
  splat: 0x14,
  extract: 0x21,
  replace: 0x22,
  loadAll: 0x0a,
  loadFirst: 0x5d,
  storeFirst: 0x5b,
  narrow: [],
  widen: [],
}

export const lanesOf = (numbers: Floats): Lanes =>
  numbers instanceof Float32Array ? single : double

/** How numbers come from memory and go there: as many at once as a vector has lanes, or one by one. */
export interface Stride {
  /** Numbers. */
  readonly count: number
  load(address: number): number[]
  store(address: number): number[]
}

export const vectors = ({ count }: Lanes): Stride => ({
  count,
  load: (address) => wideAt(0x00, address),
  store: (address) => wideAt(0x0b, address),
})

export const singly = ({ loadFirst, storeFirst }: Lanes): Stride => ({
  count: 1,
  load: (address) => wideAt(loadFirst, address),
  store: (address) => [...wideAt(storeFirst, address), 0],
})

/** The same number in all lanes. */
export function constant(value: number, { count, kind }: Lanes): number[] {
  const numbers = Array<number>(count).fill(value)
  const lanes = kind === 0 ? Float32Array.from(numbers) : Float64Array.from(numbers)
  return [...wide(0x0c), ...new Uint8Array(lanes.buffer)]
}

/** A function of numbers, called for so many lanes one after the other. */
export function calledByLane(
  func: number,
  args: readonly number[],
  { splat, extract, replace, narrow, widen }: Lanes,
  count: number,
): number[] {
  return Array.from({ length: count }, (_, lane) => [
    ...args.flatMap((local) => [...get(local), ...wide(extract), lane, ...widen]),
    ...[...call(func), ...narrow],
    ...(lane === 0 ? wide(splat) : [...wide(replace), lane]),
  ]).flat()
}
