// One instruction of a program on single numbers, each in a local of its own.
import { compares, type Operation, operations } from '../language/operations.ts'
import type { Instruction } from '../language/program.ts'
import { call, get, plain, set, wide, zero } from '../wasm.ts'
import { doubles } from './lanes/breadth.ts'
import { asksElsewhere, inModule, isInside } from './lanes/elementary/inPictures.ts'

/** Whether somebody else is asked for it, always or where its argument is far from 0. */
export const isCalled = (operation: Operation): boolean =>
  operations[operation].wasm === undefined &&
  (!isInside(operation, false) || asksElsewhere(operation))

interface Place {
  /** Where a register is. */
  readonly local: (register: number) => number
  /** Operations that are called, in the order of their functions. */
  readonly called: readonly Operation[]
  /** The first local that is free, for vectors. */
  readonly free: number
}

/** @returns what it does, and how many locals for vectors that takes */
export function computed(
  { operation, to, args }: Instruction,
  { local, called, free }: Place,
): { readonly code: readonly number[]; readonly used: number } {
  const all = args.map((register) => get(local(register)))
  const into = set(local(to))
  const opcode = operations[operation].wasm
  const elsewhere = () => [...all.flat(), ...call(called.indexOf(operation))]
  if (opcode !== undefined) {
    const [a = [], b = [], c = []] = all
    const given = operation === 'where' ? [...b, ...c, ...a, ...zero, plain.differs] : [...a, ...b]
    const number = compares(operation) ? [plain.fromWhole] : []
    return { code: [...given, opcode, ...number, ...into], used: 0 }
  }
  if (!isInside(operation, false)) return { code: [...elsewhere(), ...into], used: 0 }
  // On vectors of which nobody looks at the second number: their instructions take no longer.
  const { lanes } = doubles
  const { code, used } = inModule(operation, [free, free + 1], {
    ...{ lanes, first: free + 2 },
    elsewhere: () => [...elsewhere(), ...wide(lanes.splat)],
  })
  return {
    code: [
      ...[...all.flat(), ...wide(lanes.splat), ...set(free), ...code],
      ...[...get(free + 1), ...wide(lanes.extract), 0, ...into],
    ],
    used: used + 2,
  }
}
