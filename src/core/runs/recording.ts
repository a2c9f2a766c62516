// The columns that a run fills as it goes.
import type { Machine } from './machine.ts'
import type { Run } from './prepare.ts'
import type { Step } from './step.ts'
import type { Trace } from './trace.ts'

/** A trace of which nobody has judged yet how it ended. */
export type Recording = Omit<Trace, 'outcome'>

export interface Columns {
  readonly d: number
  readonly x: Float64Array
  readonly f: Float64Array
  readonly grad: Float64Array
  readonly lines: readonly Float64Array[]
  readonly registers: { readonly f: number; readonly grad: Int32Array; readonly lines: Int32Array }
}

export function columnsFor(
  { program: { outputs }, at }: Step,
  { rule }: Run,
  d: number,
  steps: number,
): Columns {
  return {
    d,
    x: new Float64Array((steps + 1) * d),
    f: new Float64Array(steps + 1),
    grad: new Float64Array((steps + 1) * d),
    lines: rule.lines.map(() => new Float64Array(steps * d)),
    registers: {
      f: outputs[at.f] as number,
      grad: outputs.slice(at.grad, at.lines),
      lines: outputs.slice(at.lines, at.next),
    },
  }
}

/** Writes down point k with its loss and gradient. */
export function recordPoint(
  { d, x, f, grad, registers }: Columns,
  { memory, point }: Machine,
  k: number,
): void {
  f[k] = memory[registers.f] as number
  for (let i = 0; i < d; i++) {
    x[k * d + i] = memory[point[i] as number] as number
    grad[k * d + i] = memory[registers.grad[i] as number] as number
  }
}

/** Writes down every line of the rule in step k → k + 1. */
export function recordStep({ d, lines, registers }: Columns, { memory }: Machine, k: number): void {
  for (let j = 0; j < lines.length; j++) {
    const column = lines[j] as Float64Array
    for (let i = 0; i < d; i++) {
      column[k * d + i] = memory[registers.lines[j * d + i] as number] as number
    }
  }
}

/** What was written down in n finished steps. */
export function finish(
  { d, x, f, grad, lines }: Columns,
  { label, rule, settings }: Run,
  n: number,
): Recording {
  const kept = lines.map((column) => cut(column, n * d))
  return {
    label,
    x: cut(x, (n + 1) * d),
    f: cut(f, n + 1),
    grad: cut(grad, (n + 1) * d),
    lr: new Float64Array(n).fill(Number(settings.lr)),
    quantities: Object.fromEntries(
      rule.lines.map((line, j) => [line.name, kept[j] as Float64Array]),
    ),
    lines: kept,
    evaluations: new Int32Array(n).fill(1),
  }
}

const cut = (column: Float64Array, length: number) =>
  column.length === length ? column : column.slice(0, length)
