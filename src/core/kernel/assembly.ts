// A program as WebAssembly: the same instructions round after round, registers in locals, what changes from round to round
// read from columns and what is kept written to columns.
import { operations } from '../language/operations.ts'
import { instructionsOf, type Program } from '../language/program.ts'
import {
  block,
  bytesOfNumber,
  f64,
  get,
  i32,
  leaveIf,
  load,
  loop,
  moduleOf,
  plain,
  set,
  store,
  v128,
  whole,
  zero,
} from '../wasm.ts'
import { computed, isCalled } from './instruction.ts'

/** What happens around the program in each round. */
export interface Round {
  /** Registers that are read anew, from a column each. */
  readonly read: readonly number[]
  /** Registers that are written down, to a column for each group, as many side by side as the group has. */
  readonly written: readonly (readonly number[])[]
  /** Unless these are finite the round does not count and was the last one. */
  readonly finite: readonly number[]
  /** What moves to the next round, all at once. */
  readonly moved: readonly { readonly from: number; readonly to: number }[]
}

/** A function that does at most so many rounds and returns how many it has done. */
export interface Assembly {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly imports: Readonly<Record<string, (...args: number[]) => number>>
  /** What it needs of memory, in bytes: the registers, then the columns. */
  readonly size: number
  /** Where in its memory (an index of numbers) each column begins. */
  readonly columns: { readonly read: readonly number[]; readonly written: readonly number[] }
}

/** So many rounds have room in the memory. */
export const mostRounds = 1024

/** Where things are. Locals: rounds to do, rounds done, the row of columns of each width, then the registers. */
interface Frame {
  readonly most: number
  readonly done: number
  readonly row: (width: number) => number
  readonly local: (register: number) => number
  readonly widths: readonly number[]
  readonly columns: Assembly['columns']
}

export function assemble(program: Program, round: Round): Assembly {
  const { memory, code } = program
  const instructions = [...instructionsOf(code)]
  const called = [...new Set(instructions.map(({ operation }) => operation))].filter(isCalled)
  const { columns, size } = columnsOf(round, memory.length)
  const widths = [...new Set([1, ...round.written.map(({ length }) => length)])]
  const row = (width: number) => 2 + widths.indexOf(width)
  const local = (register: number) => 2 + widths.length + register
  const frame = { most: 0, done: 1, row, local, widths, columns }
  const free = local(memory.length)
  const work = instructions.map((instruction) => computed(instruction, { local, called, free }))
  const bytes = moduleOf({
    imports: called.map((name) => ({ name, count: operations[name].derivative.length as 1 | 2 })),
    locals: [
      [1 + widths.length, i32],
      [memory.length, f64],
      [Math.max(0, ...work.map(({ used }) => used)), v128],
    ],
    body: [
      ...unchanging(program, round).flatMap((r) => [...whole(0), ...load(r), ...set(local(r))]),
      ...[...block, ...loop],
      ...read(round, frame),
      ...work.flatMap(({ code }) => code),
      ...written(round, frame),
      ...onwards(round, frame),
      ...[plain.end, plain.end],
      ...round.moved.flatMap(({ to }) => [...whole(0), ...get(local(to)), ...store(to)]),
      ...get(frame.done),
    ],
  })
  const imports = Object.fromEntries(called.map((name) => [name, operations[name].value]))
  return { bytes, imports, size: size * bytesOfNumber, columns }
}

/** Columns stand one after the other behind the registers. */
function columnsOf({ read, written }: Round, registers: number) {
  let size = registers
  const place = (width: number) => {
    size += width * mostRounds
    return size - width * mostRounds
  }
  const columns = {
    read: read.map(() => place(1)),
    written: written.map(({ length }) => place(length)),
  }
  return { columns, size }
}

/** Registers that keep what they have. */
function unchanging({ memory, code }: Program, { read }: Round): number[] {
  const changing = new Set([...read, ...[...instructionsOf(code)].map(({ to }) => to)])
  return Array.from(memory, (_, register) => register).filter((r) => !changing.has(r))
}

/** A round begins: where its rows are, and what stands in them. */
const read = ({ read }: Round, { done, row, local, widths, columns }: Frame) => [
  ...widths.flatMap((width) => [
    ...[...get(done), ...whole(width * bytesOfNumber), plain.timesWhole, ...set(row(width))],
  ]),
  ...read.flatMap((register, j) => [
    ...[...get(row(1)), ...load(columns.read[j] as number), ...set(local(register))],
  ]),
]

const written = ({ written }: Round, { row, local, columns }: Frame) =>
  written.flatMap((group, j) =>
    group.flatMap((register, i) => [
      ...[...get(row(group.length)), ...get(local(register))],
      ...store((columns.written[j] as number) + i),
    ]),
  )

/** The next round, unless this was the last one. */
const onwards = ({ finite, moved }: Round, { most, done, local }: Frame) => [
  // Of a finite number nothing is left when it is taken from itself.
  ...zero,
  ...finite.flatMap((r) => [...get(local(r)), ...get(local(r)), plain.subtract, plain.add]),
  ...[...zero, plain.differs, ...leaveIf(1)],
  ...moved.flatMap(({ from }) => get(local(from))),
  ...moved.toReversed().flatMap(({ to }) => set(local(to))),
  ...[...get(done), ...whole(1), plain.addWhole, ...set(done)],
  ...[...get(done), ...get(most), plain.isLess, ...leaveIf(0)],
]
