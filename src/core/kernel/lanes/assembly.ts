// core/kernel/lanes/: the same step for many machines side by side, in vectors of WebAssembly; each comes to the same bits as
// if it walked alone.
//
// A program as WebAssembly on vectors: the same instructions round after round for some machines, what is the same for all
// of them computed once.

import { operations } from '../../language/operations.ts'
import { instructionsOf, type Program } from '../../language/program.ts'
import { hasVectors } from '../../networks/emitted/vectorOperations.ts'
import { get, i32, loop, moduleOf, plain, v128 } from '../../wasm.ts'
import { type Breadth, doubles } from './breadth.ts'
import { givenTo, type LaneRound, localsFor, ownRegisters } from './registers.ts'
import { computed, type Frame, fromMemory, onwards, read, toMemory, written } from './round.ts'

/** A function that does so many rounds. */
export interface LaneAssembly {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly imports: Readonly<Record<string, (...args: number[]) => number>>
  /** What it needs of memory, in bytes: the registers, a number for each lane side by side, then the columns. */
  readonly size: number
  /** Registers that are read from memory before the first round. */
  readonly given: readonly number[]
  /** Where in its memory (an index of numbers) each column begins. */
  readonly columns: Columns
}

interface Columns {
  readonly read: readonly number[]
  readonly written: readonly number[]
}

/** So many rounds have room in the memory, where nothing else is said. */
export const mostRounds = 128

interface Size {
  readonly breadth?: Breadth
  /** That have room in the memory. */
  readonly rounds?: number
}

export function assembleLanes(
  program: Program,
  round: LaneRound,
  { breadth = doubles, rounds = mostRounds }: Size = {},
): LaneAssembly {
  const instructions = [...instructionsOf(program.code)]
  const own = ownRegisters(instructions, round)
  const { columns, size } = columnsOf(round, program.memory.length, breadth, rounds)
  const widths = [
    ...new Set([1, breadth.count, ...round.written.map(({ length }) => length * breadth.count)]),
  ]
  const called = [...new Set(instructions.map(({ operation }) => operation))].filter(
    (operation) => !hasVectors(operation),
  )
  const given = givenTo(program, instructions, round)
  const first = 2 + widths.length
  const { locals, count } = localsFor(program.memory.length, own, first, breadth.vectors)
  const row = (width: number) => 2 + widths.indexOf(width)
  const frame: Frame = { breadth, done: 1, row, widths, columns, locals, called }
  const left = [...new Set([...round.moved.map(({ to }) => to), ...round.left])]
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
      ...left.flatMap((register) => toMemory(register, frame)),
      ...get(frame.done),
    ],
  })
  const imports = Object.fromEntries(called.map((name) => [name, operations[name].value]))
  return { bytes, imports, size: size * breadth.lanes.size, given, columns }
}

/** Columns stand one after the other behind the registers. */
function columnsOf(
  { read: readAnew, written: kept }: LaneRound,
  registers: number,
  { count }: Breadth,
  rounds: number,
): { columns: Columns; size: number } {
  let size = registers * count
  const place = (width: number) => {
    size += width * rounds
    return size - width * rounds
  }
  const columns = {
    read: readAnew.map(({ isOwn }) => place(isOwn ? count : 1)),
    written: kept.map(({ length }) => place(length * count)),
  }
  return { columns, size }
}
