// The columns that a run fills as it goes.

import type { Run } from '../experiment/prepare.ts'
import { along } from '../optimizers/methods/method.ts'
import type { Line } from '../rules/rule.ts'
import { bareName } from '../rules/sequence.ts'
import type { Columns } from './columns.ts'
import type { Observed } from './countedLoss.ts'
import { type Machine, nextPoint } from './machine.ts'
import { noiseName } from './registers.ts'
import type { Refused, Trace } from './trace.ts'

/** A trace of which nobody has judged yet how it ended. */
export type Recording = Omit<Trace, 'outcome'>

/** A column and the registers that fill a row of it. */
export interface Filled {
  readonly column: Float64Array
  readonly registers: readonly number[]
}

/** How the columns are filled while one machine runs. */
export interface Reading {
  /** Of each point: it, its loss and gradient, and the noise of the step that begins there. */
  readonly point: readonly Filled[]
  /** Of each step: every line of the rule. */
  readonly step: readonly Filled[]
}

/**
 * How a machine fills the columns of a run; its rule may be another run's, from which this one branched off. What it does
 * not have, and what stays the same, is written down for all steps that follow.
 * @param own the run that is recorded
 * @param k its finished steps
 */
export function readingOf(machine: Machine, own: Run, columns: Columns, k: number): Reading {
  const { method, run, point } = machine
  const { program, at } = machine.step
  const { d, x, f, grad, noise, lr } = columns
  const outputs = (from: number, count: number) => [...program.outputs.subarray(from, from + count)]
  const registersOf = (line?: number) =>
    line === undefined ? undefined : outputs(at.lines + line * d, d)
  const given = (name: string) => method?.registers.find((supplied) => supplied.name === name)?.at
  const { lines } = run.rule
  const placed = (of: readonly Line[], name: string) =>
    of.flatMap((line, j) => (line.name === name ? [j] : []))
  // Of lines that have the same name, the same one; the last where there are not as many.
  const like = ({ name }: Line, j: number) => {
    const [mine, theirs] = [placed(own.rule.lines, name), placed(lines, name)]
    return theirs.length === mine.length ? theirs[mine.indexOf(j)] : theirs.at(-1)
  }
  const rate = lines.findLastIndex(({ name }) => name === 'lr')
  const wanted = [
    ...own.rule.lines.map((line, j) => [columns.lines[j], registersOf(like(line, j))] as const),
    ...own.rule.supplied.map(({ name }, j) => [columns.supplied[j], given(name)] as const),
  ]
  const step = wanted.flatMap(([column, registers]) => {
    if (registers) return [{ column: column as Float64Array, registers }]
    column?.fill(Number.NaN, k * d)
    return []
  })
  if (rate < 0) lr.fill(run.settings.lr as number, k)
  else step.push({ column: lr, registers: outputs(at.lines + rate * d, 1) })
  const drawn = Array.from(point, (_, i) => program.input(noiseName(i)) as number)
  return {
    point: [
      { column: f, registers: outputs(at.f, 1) },
      { column: x, registers: [...point] },
      { column: grad, registers: outputs(at.grad, d) },
      ...(noise ? [{ column: noise, registers: drawn }] : []),
    ],
    step,
  }
}

/** Writes down row k. */
export function write(filled: readonly Filled[], { memory }: Machine, k: number): void {
  for (let j = 0; j < filled.length; j++) {
    const { column, registers } = filled[j] as Filled
    const begin = k * registers.length
    for (let i = 0; i < registers.length; i++)
      column[begin + i] = memory[registers[i] as number] as number
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

/** Step k → k + 1 as it was written down, though it could not be taken. */
export function refusedStep({ d, lines, supplied }: Columns, machine: Machine, k: number): Refused {
  const kept = (column: Float64Array) => cut(column, (k + 1) * d)
  return { point: nextPoint(machine), lines: lines.map(kept), supplied: supplied.map(kept) }
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
