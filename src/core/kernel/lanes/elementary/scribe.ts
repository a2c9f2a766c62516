// Writes down what is computed on vectors, for functions that take more than an instruction.
import { constant, type Lanes } from '../../../networks/emitted/lanes.ts'
import { get, set, whole, wide } from '../../../wasm.ts'
import { canMultiplyAdd, relaxed } from '../contracted.ts'

/** Instructions that leave a vector. */
export type Code = readonly number[]

/** For single precision and for double. */
type Opcodes = readonly [number, number]

const opcodes = {
  abs: [0xe0, 0xec],
  neg: [0xe1, 0xed],
  add: [0xe4, 0xf0],
  sub: [0xe5, 0xf1],
  mul: [0xe6, 0xf2],
  div: [0xe7, 0xf3],
  /** b where it is less, or more, else a: NaN stays if it is a. One instruction of processors, unlike min and max. */
  atMost: [0xea, 0xf6],
  atLeast: [0xeb, 0xf7],
  eq: [0x41, 0x47],
  lt: [0x43, 0x49],
  gt: [0x44, 0x4a],
  ge: [0x46, 0x4c],
  /** On bits as whole numbers of as many. */
  addBits: [0xae, 0xce],
  subBits: [0xb1, 0xd1],
  and: [0x4e, 0x4e],
  or: [0x50, 0x50],
  xor: [0x51, 0x51],
} satisfies Record<string, Opcodes>

const shifts = { left: [0xab, 0xcb], right: [0xac, 0xcc] } satisfies Record<string, Opcodes>
const [butNot, choice, anySet] = [0x4f, 0x52, 0x53]

/** @param first local that is free */
export function scribeOf(lanes: Lanes, first: number) {
  const { kind } = lanes
  const body: number[] = []
  let next = first
  const by =
    (name: keyof typeof opcodes) =>
    (...args: readonly Code[]): Code => [...args.flat(), ...wide(opcodes[name][kind])]
  const number = (value: number): Code => constant(value, lanes)
  /** The same bits in all lanes. */
  const bits = (single: number, double: bigint): Code => {
    const own =
      kind === 0
        ? Uint32Array.of(single, single, single, single)
        : BigUint64Array.of(double, double)
    return [...wide(0x0c), ...new Uint8Array(own.buffer)]
  }
  const shift =
    (way: keyof typeof shifts) =>
    (a: Code, [single, double]: Opcodes): Code => [
      ...a,
      ...whole(kind === 0 ? single : double),
      ...wide(shifts[way][kind]),
    ]
  const [add, sub, mul] = [by('add'), by('sub'), by('mul')]
  const isAtOnce = kind === 0 && canMultiplyAdd
  const atOnce = (name: keyof typeof relaxed, ...args: readonly Code[]): Code => [
    ...args.flat(),
    ...wide(relaxed[name][kind]),
  ]
  /** a·b + c: in single precision at once where the engine can. */
  const multiplyAdd = (a: Code, b: Code, c: Code): Code =>
    isAtOnce ? atOnce('multiplyAdd', a, b, c) : add(mul(a, b), c)
  /** c − a·b, likewise. */
  const multiplySubtract = (a: Code, b: Code, c: Code): Code =>
    isAtOnce ? atOnce('multiplySubtract', a, b, c) : sub(c, mul(a, b))
  return {
    lanes,
    /** What is computed so far, and how many locals it takes. */
    body,
    used: () => next - first,
    number,
    bits,
    ...{ abs: by('abs'), neg: by('neg'), add, sub, mul, div: by('div') },
    ...{ multiplyAdd, multiplySubtract },
    ...{
      atMost: by('atMost'),
      atLeast: by('atLeast'),
      eq: by('eq'),
      lt: by('lt'),
      gt: by('gt'),
      ge: by('ge'),
    },
    ...{
      addBits: by('addBits'),
      subBits: by('subBits'),
      and: by('and'),
      or: by('or'),
      xor: by('xor'),
    },
    ...{ left: shift('left'), right: shift('right') },
    without: (a: Code, b: Code): Code => [...a, ...b, ...wide(butNot)],
    /** Where bits are set the first one, else the second. */
    choose: (where: Code, a: Code, b: Code): Code => [...a, ...b, ...where, ...wide(choice)],
    anySet: (a: Code): Code => [...a, ...wide(anySet)],
    /** For single precision or for double. */
    either: <T>(single: T, double: T): T => (kind === 0 ? single : double),
    /** Computes it now, to be read as often as one likes. */
    keep(code: Code): Code {
      body.push(...code, ...set(next))
      return get(next++)
    },
    /** The coefficients of the highest power first. */
    polynomial: (x: Code, [highest = 0, ...others]: readonly number[]): Code =>
      others.reduce<Code>((sum, c) => multiplyAdd(sum, x, number(c)), number(highest)),
  }
}

export type Scribe = ReturnType<typeof scribeOf>

/** What is added to a number to round it: its last bits are the whole number then. */
export const magic = ({ either }: Scribe) => either(1.5 * 2 ** 23, 1.5 * 2 ** 52)
