// core/kernel/lanes/: the same step for many machines side by side, in vectors of WebAssembly; each comes to the same bits as
// if it walked alone.
//
// A program as WebAssembly on vectors: the same instructions round after round for some machines, what is the same for all
// of them computed once.

import { type Operation, operations } from '../../language/operations.ts'
import { type Instruction, instructionsOf, type Program } from '../../language/program.ts'
import { calledByLane, type Lanes, lanesOf } from '../../networks/emitted/lanes.ts'
import { hasVectors, onVectors } from '../../networks/emitted/vectorOperations.ts'
import {
  bytesOfNumber,
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
import { givenTo, type LaneRound, localsFor, ownRegisters } from './registers.ts'

/** So many vectors are worked on in turns: each waits for its own last result. */
const vectors = 4
const kind: Lanes = lanesOf(new Float64Array())
/** Machines side by side. */
export const laneCount = vectors * kind.count

/** A function that does so many rounds. */
interface LaneAssembly {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly imports: Readonly<Record<string, (...args: number[]) => number>>
  /** What it needs of memory, in bytes: the registers, a number for each lane side by side, then the columns. */
  readonly size: number
  /** Registers that are read from memory before the first round. */
  readonly given: readonly number[]
  /** Where in its memory (an index of numbers) each column begins. */
  readonly columns: { readonly read: readonly number[]; readonly written: readonly number[] }
}

/** So many rounds have room in the memory. */
export const mostRounds = 128

/** Locals: rounds to do, rounds done, the row of columns of each width, then the registers. */
interface Frame {
  readonly done: number
  readonly row: (width: number) => number
  readonly widths: readonly number[]
  readonly columns: LaneAssembly['columns']
  /** The local of a register for each vector; one where it is the same for all. */
  readonly locals: (register: number) => readonly number[]
  readonly called: readonly Operation[]
}

export function assembleLanes(program: Program, round: LaneRound): LaneAssembly {
  const instructions = [...instructionsOf(program.code)]
  const own = ownRegisters(instructions, round)
  const { columns, size } = columnsOf(round, program.memory.length)
  const widths = [
    ...new Set([1, laneCount, ...round.written.map(({ length }) => length * laneCount)]),
  ]
  const called = [...new Set(instructions.map(({ operation }) => operation))].filter(
    (operation) => !hasVectors(operation),
  )
  const given = givenTo(program, instructions, round)
  const { locals, count } = localsFor(program.memory.length, own, 2 + widths.length, vectors)
  const row = (width: number) => 2 + widths.indexOf(width)
  const frame: Frame = { done: 1, row, widths, columns, locals, called }
  const bytes = moduleOf({
    imports: called.map((name) => ({ name, count: operations[name].derivative.length as 1 | 2 })),
    locals: [
      [1 + widths.length, i32],
      [count, v128],
    ],
    body: [
      ...given.flatMap((register) => fromMemory(register, frame)),
      ...loop,
      ...read(round, frame),
      ...instructions.flatMap((instruction) => computed(instruction, frame)),
      ...written(round, frame),
      ...onwards(round, frame),
      plain.end,
      ...round.moved.flatMap(({ to }) => toMemory(to, frame)),
      ...get(frame.done),
    ],
  })
  const imports = Object.fromEntries(called.map((name) => [name, operations[name].value]))
  return { bytes, imports, size: size * bytesOfNumber, given, columns }
}

/** Columns stand one after the other behind the registers. */
function columnsOf({ read, written }: LaneRound, registers: number) {
  let size = registers * laneCount
  const place = (width: number) => {
    size += width * mostRounds
    return size - width * mostRounds
  }
  const columns = {
    read: read.map(({ isOwn }) => place(isOwn ? laneCount : 1)),
    written: written.map(({ length }) => place(length * laneCount)),
  }
  return { columns, size }
}

const bytesOfVector = kind.count * bytesOfNumber

/** Where the numbers of a register lie in memory. */
const addressOf = (register: number) => register * laneCount * bytesOfNumber

function fromMemory(register: number, { locals }: Frame): number[] {
  const all = locals(register)
  const from = (u: number) =>
    all.length === 1
      ? wideAt(kind.loadAll, addressOf(register))
      : wideAt(loadVector, addressOf(register) + u * bytesOfVector)
  return all.flatMap((local, u) => [...whole(0), ...from(u), ...set(local)])
}

function toMemory(register: number, { locals }: Frame): number[] {
  const all = locals(register)
  return Array.from({ length: vectors }, (_, u) => [
    ...[...whole(0), ...get(all[u] ?? (all[0] as number))],
    ...wideAt(storeVector, addressOf(register) + u * bytesOfVector),
  ]).flat()
}

const [loadVector, storeVector] = [0x00, 0x0b]

/** A round begins: where its rows are, and what stands in them. */
const read = ({ read }: LaneRound, { done, row, widths, columns, locals }: Frame): number[] => [
  ...widths.flatMap((width) => [
    ...[...get(done), ...whole(width * bytesOfNumber), plain.timesWhole, ...set(row(width))],
  ]),
  ...read.flatMap(({ register, isOwn }, j) => {
    const begin = (columns.read[j] as number) * bytesOfNumber
    return locals(register).flatMap((local, u) => [
      ...get(row(isOwn ? laneCount : 1)),
      ...(isOwn ? wideAt(loadVector, begin + u * bytesOfVector) : wideAt(kind.loadAll, begin)),
      ...set(local),
    ])
  }),
]

function computed({ operation, to, args }: Instruction, { locals, called }: Frame): number[] {
  return locals(to).flatMap((local, u) => {
    const from = args.map((register) => {
      const all = locals(register)
      return all[u] ?? (all[0] as number)
    })
    const result = hasVectors(operation)
      ? onVectors(operation, from, kind)
      : calledByLane(called.indexOf(operation), from, kind, kind.count)
    return [...result, ...set(local)]
  })
}

const written = ({ written }: LaneRound, { row, columns, locals }: Frame): number[] =>
  written.flatMap((group, j) =>
    group.flatMap((register, i) => {
      const all = locals(register)
      const begin = ((columns.written[j] as number) + i * laneCount) * bytesOfNumber
      return Array.from({ length: vectors }, (_, u) => [
        ...[...get(row(group.length * laneCount)), ...get(all[u] ?? (all[0] as number))],
        ...wideAt(storeVector, begin + u * bytesOfVector),
      ]).flat()
    }),
  )

/** The next round, unless all are done. */
const onwards = ({ moved }: LaneRound, { done, locals }: Frame): number[] => {
  // What goes to a register that differs comes from one that may be the same for all.
  const pairs = moved.flatMap(({ from, to }) => {
    const all = locals(from)
    return locals(to).map((local, u) => ({ from: all[u] ?? (all[0] as number), to: local }))
  })
  return [
    ...pairs.flatMap(({ from }) => get(from)),
    ...pairs.toReversed().flatMap(({ to }) => set(to)),
    ...[...get(done), ...whole(1), plain.addWhole, ...set(done)],
    ...[...get(done), ...get(0), plain.isLess, ...leaveIf(0)],
  ]
}
