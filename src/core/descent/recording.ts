// The columns that a run fills as it goes.

import type { Prepared, Run } from '../experiment/prepare.ts'
import { along } from '../optimizers/methods/method.ts'
import type { Line } from '../rules/rule.ts'
import { bareName } from '../rules/sequence.ts'
import type { Observed } from './countedLoss.ts'
import type { Machine } from './machine.ts'
import type { Trace } from './trace.ts'

/** A trace of which nobody has judged yet how it ended. */
export type Recording = Omit<Trace, 'outcome'>

export interface Columns {
  readonly d: number
  readonly x: Float64Array
  readonly f: Float64Array
  readonly grad: Float64Array
  readonly noise?: Float64Array
  readonly lr: Float64Array
  readonly lines: readonly Float64Array[]
  readonly supplied: readonly Float64Array[]
  readonly evaluations: Int32Array
}

/** All columns of a run in one piece of memory, which moves from the worker to the page at one go. */
export function columnsFor(
  { rule }: Run,
  d: number,
  { steps, noise }: Pick<Prepared, 'steps' | 'noise'>,
): Columns {
  const [points, moves] = [(steps + 1) * d, steps * d]
  const wide = rule.lines.length + rule.supplied.length
  const numbers = (noise > 0 ? 3 : 2) * points + steps + 1 + steps + wide * moves
  const memory = new ArrayBuffer(
    numbers * Float64Array.BYTES_PER_ELEMENT + steps * Int32Array.BYTES_PER_ELEMENT,
  )
  let at = 0
  const column = (length: number): Float64Array => {
    const taken = new Float64Array(memory, at, length)
    at += taken.byteLength
    return taken
  }
  return {
    d,
    x: column(points),
    f: column(steps + 1),
    grad: column(points),
    ...(noise > 0 && { noise: column(points) }),
    lr: column(steps),
    lines: rule.lines.map(() => column(moves)),
    supplied: rule.supplied.map(() => column(moves).fill(Number.NaN)),
    evaluations: new Int32Array(memory, at, steps),
  }
}

/** From which registers the columns are filled while one machine runs. */
export interface Reading {
  readonly f: number
  readonly grad: Int32Array
  /** For each column and coordinate, column by column, where its number is; −1 where there is none. */
  readonly columns: Int32Array
  /** The same for what a method gives. */
  readonly supplied: Int32Array
  /** Where the learning rate is that a schedule sets, or −1. */
  readonly rate: number
}

/**
 * How a machine fills the columns of a run; its rule may be another run's, from which this one branched off.
 * @param own the run that is recorded
 */
export function readingOf({ step, run: working, method }: Machine, own: Run): Reading {
  const { outputs } = step.program
  const d = step.at.lines - step.at.grad
  const registersOf = (line: number) =>
    Array.from({ length: d }, (_, i) =>
      line < 0 ? -1 : (outputs[step.at.lines + line * d + i] as number),
    )
  const given = (name: string) =>
    method?.registers.find((supplied) => supplied.name === name)?.at ?? registersOf(-1)
  const { lines } = working.rule
  const placed = (of: readonly Line[], name: string) =>
    of.flatMap((line, j) => (line.name === name ? [j] : []))
  // Of lines that have the same name, the same one; the last where there are not as many.
  const like = ({ name }: Line, j: number) => {
    const [mine, theirs] = [placed(own.rule.lines, name), placed(lines, name)]
    const at = theirs.length === mine.length ? theirs[mine.indexOf(j)] : theirs.at(-1)
    return at ?? -1
  }
  return {
    f: outputs[step.at.f] as number,
    grad: outputs.slice(step.at.grad, step.at.lines),
    columns: Int32Array.from(own.rule.lines.flatMap((line, j) => registersOf(like(line, j)))),
    supplied: Int32Array.from(own.rule.supplied.flatMap(({ name }) => given(name))),
    rate: registersOf(lines.findLastIndex(({ name }) => name === 'lr'))[0] ?? -1,
  }
}

/** Writes down point k with its loss and gradient, and the noise of the step that begins there. */
export function recordPoint(
  { d, x, f, grad, noise }: Columns,
  reading: Reading,
  { memory, point, noise: drawn }: Machine,
  k: number,
): void {
  f[k] = memory[reading.f] as number
  for (let i = 0; i < d; i++) {
    x[k * d + i] = memory[point[i] as number] as number
    grad[k * d + i] = memory[reading.grad[i] as number] as number
    if (noise && drawn) noise[k * d + i] = memory[drawn.registers[i] as number] as number
  }
}

/** What was written down of point k. */
export function observed({ d, x, f, grad, noise }: Columns, k: number): Observed {
  const row = (column: Float64Array) => column.slice(k * d, (k + 1) * d)
  const here = { k, x: row(x), f: f[k] as number }
  if (!noise) return { ...here, g: row(grad) }
  const drawn = row(noise)
  return { ...here, g: along(row(grad), 1, drawn), noise: drawn }
}

/** Writes down every line of the rule in step k → k + 1, and what it cost. */
export function recordStep(
  { d, lines, supplied, lr, evaluations }: Columns,
  reading: Reading,
  { memory, run: { settings } }: Machine,
  k: number,
  spent: number,
): void {
  evaluations[k] = spent
  lr[k] = reading.rate < 0 ? (settings.lr as number) : (memory[reading.rate] as number)
  fill(lines, reading.columns, memory, k, d)
  fill(supplied, reading.supplied, memory, k, d)
}

function fill(
  columns: readonly Float64Array[],
  registers: Int32Array,
  memory: Float64Array,
  k: number,
  d: number,
): void {
  for (let column = 0; column < columns.length; column++) {
    const into = columns[column] as Float64Array
    for (let i = 0; i < d; i++) {
      const register = registers[column * d + i] as number
      into[k * d + i] = register < 0 ? Number.NaN : (memory[register] as number)
    }
  }
}

/** What was written down in n finished steps. */
export function finish(
  { d, x, f, grad, noise, lr, lines, supplied, evaluations }: Columns,
  { label, rule }: Run,
  n: number,
): Omit<Recording, 'probes' | 'began'> {
  const kept = lines.map((column) => cut(column, n * d))
  const given = supplied.map((column) => cut(column, n * d))
  return {
    label,
    x: cut(x, (n + 1) * d),
    f: cut(f, n + 1),
    grad: cut(grad, (n + 1) * d),
    ...(noise && { noise: cut(noise, (n + 1) * d) }),
    lr: cut(lr, n),
    quantities: Object.fromEntries([
      ...rule.supplied.map(({ name }, j) => [name, given[j] as Float64Array]),
      ...rule.lines.map(({ name }, j) => [publicName(name, rule), kept[j] as Float64Array]),
    ]),
    lines: kept,
    supplied: given,
    evaluations: evaluations.length === n ? evaluations : evaluations.slice(0, n),
  }
}

/** A quantity of the schedule by its own name, if that is nobody else's. */
function publicName(name: string, { lines, supplied }: Run['rule']): string {
  const bare = bareName(name)
  return [...lines, ...supplied].some((other) => other.name === bare) ? name : bare
}

const cut = (column: Float64Array, length: number) =>
  column.length === length ? column : column.slice(0, length)
