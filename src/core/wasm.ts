// What of WebAssembly's binary format is needed. Source: WebAssembly Core Specification 2.0, chapter 5

export const [i32, i64, f64, v128] = [0x7f, 0x7e, 0x7c, 0x7b]
export const bytesOfNumber = Float64Array.BYTES_PER_ELEMENT

/** LEB128. */
const unsigned = (n: number): number[] => (n < 128 ? [n] : [(n & 127) | 128, ...unsigned(n >>> 7)])
const signed = (n: number): number[] =>
  n >= -64 && n < 64 ? [n & 127] : [(n & 127) | 128, ...signed(n >> 7)]

const sized = (bytes: readonly number[]) => [...unsigned(bytes.length), ...bytes]
const list = (items: readonly (readonly number[])[]) => {
  const bytes = unsigned(items.length)
  for (const item of items) for (const byte of item) bytes.push(byte)
  return bytes
}
const text = (name: string) => sized(Array.from(name, (sign) => sign.charCodeAt(0)))
const section = (id: number, ...items: readonly (readonly number[])[]) => [
  id,
  ...sized(list(items)),
]

export const get = (local: number): number[] => [0x20, ...unsigned(local)]
export const set = (local: number): number[] => [0x21, ...unsigned(local)]
export const call = (index: number): number[] => [0x10, ...unsigned(index)]
export const whole = (value: number): number[] => [0x41, ...signed(value)]
export const constant = (value: number): number[] => [
  0x44,
  ...new Uint8Array(Float64Array.of(value).buffer),
]
export const zero = constant(0)
/** From the address on the stack, so many numbers on. */
export const load = (index: number): number[] => [0x2b, 3, ...unsigned(index * bytesOfNumber)]
export const store = (index: number): number[] => [0x39, 3, ...unsigned(index * bytesOfNumber)]

/** A whole number of 32 bits: the same with the address of the first one. */
export const loadWhole = (address: number): number[] => [0x28, 2, ...unsigned(address)]
export const storeWhole = (address: number): number[] => [0x36, 2, ...unsigned(address)]

/** An instruction on vectors. */
export const wide = (opcode: number): number[] => [0xfd, ...unsigned(opcode)]
/** One that reads or writes memory: from the address on the stack, so many bytes on. */
export const wideAt = (opcode: number, bytes: number): number[] => [
  ...[...wide(opcode), 0],
  ...unsigned(bytes),
]

/** Instructions without an argument of their own. */
export const plain = {
  end: 0x0b,
  differs: 0x62,
  add: 0xa0,
  subtract: 0xa1,
  times: 0xa2,
  fromWhole: 0xb7,
  toSingle: 0xb6,
  fromSingle: 0xbb,
  addWhole: 0x6a,
  timesWhole: 0x6c,
  overWhole: 0x6d,
  isLess: 0x48,
  isZero: 0x45,
  differWhole: 0x73,
  downWhole: 0x76,
  fromUnsigned: 0xb8,
  toUnsigned: 0xab,
  /** Between 32 bits and 64. */
  toLong: 0xad,
  fromLong: 0xa7,
  timesLong: 0x7e,
  downLong: 0x88,
}
export const block = [0x02, 0x40]
export const loop = [0x03, 0x40]
/** Leaves so many blocks, or begins a loop again, if what is on the stack is not 0. */
export const leaveIf = (depth: number): number[] => [0x0d, depth]

/** What a function is given and what it answers with. */
interface Signature {
  readonly name: string
  readonly takes: readonly number[]
  readonly gives: readonly number[]
}

export interface Written extends Signature {
  /** How many locals of each type there are beside what it is given. */
  readonly locals: readonly (readonly [count: number, type: number])[]
  readonly body: readonly number[]
}

/** A module of some functions, called by index, those it imports first; its memory and its imports come from `core`. */
export function moduleWith(
  imports: readonly Signature[],
  own: readonly Written[],
): Uint8Array<ArrayBuffer> {
  const types = [...imports, ...own].map(({ takes, gives }) => [
    ...[0x60, ...list(takes.map((type) => [type])), ...list(gives.map((type) => [type]))],
  ])
  const asked = imports.map(({ name }, i) => [...text('core'), ...text(name), 0, ...unsigned(i)])
  const indices = own.map((_, i) => unsigned(imports.length + i))
  const codes = own.map(({ locals, body }) =>
    sized([...list(locals.map(([count, type]) => [...unsigned(count), type])), ...body, plain.end]),
  )
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, ...types),
    ...section(2, ...asked, [...text('core'), ...text('memory'), 2, 0, 1]),
    ...section(3, ...indices),
    ...section(7, ...own.map(({ name }, i) => [...text(name), 0, ...(indices[i] as number[])])),
    ...section(10, ...codes),
  ])
}

interface Module {
  /** Functions of numbers, called by index in this order, and how many arguments each has. */
  readonly imports: readonly { readonly name: string; readonly count: 1 | 2 }[]
  /** Of its own function: how many locals of each type there are, and what it does. */
  readonly locals: Written['locals']
  readonly body: readonly number[]
}

/**
 * A module of one function, `rounds`, from one whole number to another one; its memory and its functions come from `core`.
 */
export const moduleOf = ({ imports, ...own }: Module): Uint8Array<ArrayBuffer> =>
  moduleWith(
    imports.map(({ name, count }) => ({
      ...{ name, takes: Array<number>(count).fill(f64), gives: [f64] },
    })),
    [{ name: 'rounds', takes: [i32], gives: [i32], ...own }],
  )
