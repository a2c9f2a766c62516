// core/export/: what is taken away: tables and LaTeX.
import type { Trace } from '../descent/trace.ts'
import { ExperimentError } from '../experimentError.ts'
import { valueName } from '../loss/valueName.ts'
import { exact } from '../number.ts'

/**
 * The table of some runs as CSV (RFC 4180 with LF): one row per point.
 * @param variables the names of the loss's variables
 * @throws ExperimentError if they are more or fewer than the traces have
 */
export function csv(traces: readonly Trace[], variables: readonly string[]): string {
  if (traces.some(({ x, f }) => x.length !== f.length * variables.length)) {
    throw new ExperimentError('The names must be those of the variables of these traces')
  }
  const rowsOfAll = traces.flatMap((trace) => [...rows(trace, variables.length)])
  return `${[header(variables), ...rowsOfAll].join('\n')}\n`
}

/** The names of the columns: each its own, so the loss of a variable called f is called loss. */
export function header(variables: readonly string[]): string {
  const grads = variables.length === 1 ? ['grad'] : variables.map((v) => `grad_${v}`)
  return ['run', 'step', 'lr', ...variables, valueName(variables), ...grads].join()
}

function* rows({ label, x, f, grad, lr }: Trace, d: number): Generator<string> {
  const run = cell(label)
  for (let k = 0; k < f.length; k++) {
    const rate = k < lr.length ? exact(lr[k] as number) : ''
    const numbers = [
      ...x.subarray(k * d, (k + 1) * d),
      f[k] as number,
      ...grad.subarray(k * d, (k + 1) * d),
    ]
    yield [run, k, rate, ...numbers.map(exact)].join()
  }
}

/** A text as a cell, in quotes where it needs them. */
export const cell = (text: string): string =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
