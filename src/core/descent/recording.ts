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
  /** All columns of numbers, one after the other. */
  readonly all: Float64Array
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
  const all = new Float64Array(memory, 0, numbers)
  let at = 0
  const column = (length: number): Float64Array => {
    const taken = new Float64Array(memory, at, length)
    at += taken.byteLength
    return taken
  }
  return {
    d,
    all,
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

/** Which registers fill which places of the columns, in row 0; each further row is d places on. */
interface Places {
  readonly from: Int32Array
  readonly to: Int32Array
}

/** How the columns are filled while one machine runs. */
export interface Reading {
  readonly f: number
  readonly point: Places
  readonly step: Places
  /** Places of what this machine does not have. */
  readonly missing: Int32Array
  /** Where the learning rate is that a schedule sets, or −1. */
  readonly rate: number
}

/**
 * How a machine fills the columns of a run; its rule may be another run's, from which this one branched off.
 * @param own the run that is recorded
 */
export function readingOf(machine: Machine, own: Run, columns: Columns): Reading {
  const { step, run: working, method, point, noise } = machine
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
  const placesOf = (column: Float64Array) => {
    const first = column.byteOffset / Float64Array.BYTES_PER_ELEMENT
    return Array.from({ length: d }, (_, i) => first + i)
  }
  const written = [
    ...own.rule.lines.flatMap((line, j) => registersOf(like(line, j))),
    ...own.rule.supplied.flatMap(({ name }) => [...given(name)]),
  ]
  const places = [...columns.lines, ...columns.supplied].flatMap(placesOf)
  const isThere = (_: number, i: number) => (written[i] as number) >= 0
  return {
    f: outputs[step.at.f] as number,
    point: {
      from: Int32Array.of(
        ...point,
        ...outputs.subarray(step.at.grad, step.at.lines),
        ...(noise?.registers ?? []),
      ),
      to: Int32Array.from(
        [columns.x, columns.grad, ...(columns.noise ? [columns.noise] : [])].flatMap(placesOf),
      ),
    },
    step: {
      from: Int32Array.from(written.filter(isThere)),
      to: Int32Array.from(places.filter(isThere)),
    },
    missing: Int32Array.from(places.filter((_, i) => !isThere(0, i))),
    rate: registersOf(lines.findLastIndex(({ name }) => name === 'lr'))[0] ?? -1,
  }
}

/** Writes down point k with its loss and gradient, and the noise of the step that begins there. */
export function recordPoint(
  { all, d, f }: Columns,
  reading: Reading,
  { memory }: Machine,
  k: number,
): void {
  f[k] = memory[reading.f] as number
  copy(memory, reading.point, all, k * d)
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
  { all, d, lr, evaluations }: Columns,
  { step, missing, rate }: Reading,
  { memory, run: { settings } }: Machine,
  k: number,
  spent: number,
): void {
  evaluations[k] = spent
  lr[k] = rate < 0 ? (settings.lr as number) : (memory[rate] as number)
  copy(memory, step, all, k * d)
  for (let i = 0; i < missing.length; i++) all[(missing[i] as number) + k * d] = Number.NaN
}

function copy(
  memory: Float64Array,
  { from, to }: Places,
  into: Float64Array,
  beyond: number,
): void {
  for (let i = 0; i < from.length; i++)
    into[(to[i] as number) + beyond] = memory[from[i] as number] as number
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
