// Operations of the language as instructions on vectors, where WebAssembly has them; what they make of NaN, infinities and
// the two zeros is the table's.
import { compares, type Operation } from '../../language/operations.ts'
import { get, wide } from '../../wasm.ts'
import { constant, type Lanes } from './lanes.ts'

/** For single precision and for double. */
type Opcodes = readonly [number, number]

const opcodes: Partial<Record<Operation, Opcodes>> = {
  add: [0xe4, 0xf0],
  sub: [0xe5, 0xf1],
  mul: [0xe6, 0xf2],
  div: [0xe7, 0xf3],
  neg: [0xe1, 0xed],
  abs: [0xe0, 0xec],
  sqrt: [0xe3, 0xef],
  min: [0xe8, 0xf4],
  max: [0xe9, 0xf5],
  floor: [0x68, 0x75],
  ceil: [0x67, 0x74],
  round: [0x6a, 0x94],
  eq: [0x41, 0x47],
  lt: [0x43, 0x49],
  gt: [0x44, 0x4a],
  le: [0x45, 0x4b],
  ge: [0x46, 0x4c],
}

const differs: Opcodes = [0x42, 0x48]
const [both, butNot, choice] = [0x4e, 0x4f, 0x52]

type Written = (args: readonly number[], lanes: Lanes) => number[]

/** A comparison answers with bits that are all set or all clear. */
const asNumber = (bits: readonly number[], lanes: Lanes) => [
  ...[...bits, ...constant(1, lanes)],
  ...wide(both),
]

const written: Partial<Record<Operation, Written>> = {
  where: ([a = 0, b = 0, c = 0], lanes) => [
    ...[...get(b), ...get(c), ...get(a), ...constant(0, lanes)],
    ...[...wide(differs[lanes.kind]), ...wide(choice)],
  ],
  sign: ([a = 0], lanes) => [
    ...asNumber(compared('gt', a, lanes), lanes),
    ...asNumber(compared('lt', a, lanes), lanes),
    ...opcode('sub', lanes),
  ],
  relu: ([a = 0], lanes) => [...get(a), ...compared('lt', a, lanes), ...wide(butNot)],
}

const opcode = (operation: Operation, { kind }: Lanes) => wide(opcodes[operation]?.[kind] as number)

/** A number beside 0. */
const compared = (operation: Operation, local: number, lanes: Lanes) => [
  ...[...get(local), ...constant(0, lanes)],
  ...opcode(operation, lanes),
]

export const hasVectors = (operation: Operation): boolean =>
  operation in opcodes || operation in written

/** @param args locals */
export function onVectors(operation: Operation, args: readonly number[], lanes: Lanes): number[] {
  const own = written[operation]?.(args, lanes)
  if (own) return own
  const result = [...args.flatMap(get), ...opcode(operation, lanes)]
  return compares(operation) ? asNumber(result, lanes) : result
}
