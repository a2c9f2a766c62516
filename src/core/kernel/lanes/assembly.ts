// core/kernel/lanes/: the same step for many machines side by side, in vectors of WebAssembly; each comes to the same bits as
// if it walked alone, except for pictures.
//
// A program as WebAssembly on vectors: the same instructions round after round for some machines, what is the same for all
// of them computed once.

import { type Operation, operations } from '../../language/operations.ts'
import { instructionsOf, type Program } from '../../language/program.ts'
import { hasVectors } from '../../networks/emitted/vectorOperations.ts'
import { i32, moduleOf, v128 } from '../../wasm.ts'
import { bodyOf } from './body.ts'
import { type Breadth, doubles } from './breadth.ts'
import type { LaneInstruction } from './contracted.ts'
import { asksElsewhere, isInside } from './elementary/inPictures.ts'
import { givenTo, type LaneRound, localsFor, ownRegisters, partedBy } from './registers.ts'
import { shortened } from './shortened.ts'

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

interface Manner {
  readonly breadth?: Breadth
  /** That have room in the memory. */
  readonly rounds?: number
  /** For a picture: last bits may be others. */
  readonly isPicture?: boolean
}

export function assembleLanes(
  program: Program,
  round: LaneRound,
  { breadth = doubles, rounds = mostRounds, isPicture = false }: Manner = {},
): LaneAssembly {
  const written = [...instructionsOf(program.code)]
  const own = new Set(ownRegisters(written, round))
  const { columns, size } = columnsOf(round, program.memory.length, breadth, rounds)
  const widths = [
    ...new Set([1, breadth.count, ...round.written.map(({ length }) => length * breadth.count)]),
  ]
  const given = givenTo(program, written, round)
  const all = isPicture
    ? shortened(written, { memory: program.memory, given, own, round, breadth })
    : { instructions: written, registers: program.memory.length }
  const { once, each, last } = partedBy(all.instructions, round, given)
  const called = calledIn(all.instructions, isPicture)
  const first = 2 + widths.length
  const { locals, count } = localsFor(all.registers, own, first, breadth.vectors)
  const row = (width: number) => 2 + widths.indexOf(width)
  const frame = { breadth, done: 1, row, widths, columns, locals, called }
  const { body, used } = bodyOf(
    round,
    { once, each, last, given },
    {
      ...{ frame, isPicture, free: first + count },
    },
  )
  const bytes = moduleOf({
    imports: called.map((name) => ({ name, count: operations[name].derivative.length as 1 | 2 })),
    locals: [
      [1 + widths.length, i32],
      [count + used, v128],
    ],
    body,
  })
  const imports = Object.fromEntries(called.map((name) => [name, operations[name].value]))
  return { bytes, imports, size: size * breadth.lanes.size, given, columns }
}

/** The operations that are asked elsewhere, number by number. */
function calledIn(instructions: readonly LaneInstruction[], isPicture: boolean): Operation[] {
  const isCalled = (operation: LaneInstruction['operation']): operation is Operation =>
    operation in operations &&
    !hasVectors(operation as Operation) &&
    !(isInside(operation as Operation, isPicture) && !asksElsewhere(operation as Operation))
  return [...new Set(instructions.map(({ operation }) => operation))].filter(isCalled)
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
