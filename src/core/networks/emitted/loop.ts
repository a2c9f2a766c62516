// A compiled program as one loop of WebAssembly: what is the same for all numbers is read once, each number is loaded once,
// everything between stays in registers, and all is stored when all is computed.
import { type Operation, operations } from '../../language/operations.ts'
import type { Instruction } from '../../language/program.ts'
import {
  block,
  get,
  i32,
  leaveIf,
  loop,
  moduleOf,
  plain,
  set,
  v128,
  whole,
  wideAt,
} from '../../wasm.ts'
import type { Floats } from '../floats.ts'
import type { Compiled } from '../settling.ts'
import { calledByLane, type Lanes, type Stride, singly, vectors } from './lanes.ts'
import { hasVectors, onVectors } from './vectorOperations.ts'

/** A function of how many numbers there are. */
interface Loop {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly imports: Readonly<Record<string, (...args: number[]) => number>>
}

/** Locals: how many numbers there are, how far the loop is and where it ends (bytes), then registers. */
const [count, at, end, first] = [0, 1, 2, 3]

interface Frame {
  readonly lanes: Lanes
  readonly called: readonly Operation[]
  readonly local: (register: number) => number
}

/** @param shared where what is the same for all numbers lies */
export function loopOf(parts: Compiled, shared: Floats, lanes: Lanes): Loop {
  const { instructions, inputs } = parts
  const used = [...parts.shared, ...inputs.keys(), ...instructions.map(({ to }) => to)]
  const locals = new Map(used.map((register, i) => [register, first + i]))
  const called = [...new Set(instructions.map(({ operation }) => operation))].filter(
    (operation) => !hasVectors(operation),
  )
  const frame = { lanes, called, local: (register: number) => locals.get(register) as number }
  const { count: width, size } = lanes
  const bytes = moduleOf({
    imports: called.map((name) => ({ name, count: operations[name].derivative.length as 1 | 2 })),
    locals: [
      [2, i32],
      [used.length, v128],
    ],
    body: [
      ...parts.shared.flatMap((register, k) => [
        ...[...whole(0), ...wideAt(lanes.loadAll, shared.byteOffset + k * size)],
        ...set(frame.local(register)),
      ]),
      // As many as fill vectors, then what is left.
      ...[...get(count), ...whole(width), plain.overWhole],
      ...[...whole(width * size), plain.timesWhole, ...set(end)],
      ...repeated(parts, vectors(lanes), frame),
      ...[...get(count), ...whole(size), plain.timesWhole, ...set(end)],
      ...repeated(parts, singly(lanes), frame),
      ...get(count),
    ],
  })
  return { bytes, imports: Object.fromEntries(called.map((n) => [n, operations[n].value])) }
}

/** Goes on until the end. */
const repeated = (parts: Compiled, stride: Stride, frame: Frame) => [
  ...[...block, ...isBefore, plain.isZero, ...leaveIf(0), ...loop],
  ...once(parts, stride, frame),
  ...[...get(at), ...whole(stride.count * frame.lanes.size), plain.addWhole, ...set(at)],
  ...[...isBefore, ...leaveIf(0), plain.end, plain.end],
]
const isBefore = [...get(at), ...get(end), plain.isLess]

const once = ({ inputs, instructions, writes }: Compiled, stride: Stride, frame: Frame) => [
  ...[...inputs].flatMap(([register, { byteOffset }]) => [
    ...[...get(at), ...stride.load(byteOffset)],
    ...set(frame.local(register)),
  ]),
  ...instructions.flatMap((instruction) => computed(instruction, stride, frame)),
  ...writes.flatMap(({ from, to }) => [
    ...[...get(at), ...get(frame.local(from))],
    ...stride.store(to.byteOffset),
  ]),
]

function computed(
  { operation, to, args }: Instruction,
  stride: Stride,
  { lanes, called, local }: Frame,
): number[] {
  const from = args.map(local)
  const result = hasVectors(operation)
    ? onVectors(operation, from, lanes)
    : calledByLane(called.indexOf(operation), from, lanes, stride.count)
  return [...result, ...set(local(to))]
}
