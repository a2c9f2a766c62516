// The columns of a trace as a table shows them: six figures to read, every digit to copy.
import { symbol } from '../core/language/symbol.ts'
import { exact, plain } from '../core/number.ts'
import type { Trace } from '../core/runs/trace.ts'

export interface Column {
  /** The quantity, as the rule calls it. */
  readonly name: string
  readonly latex: string
  readonly text: string
  readonly value: (k: number) => number | undefined
}

const figures = 6

/** Step, point, loss, gradient, what the rule computes, and the step it takes; for one variable. */
export function columnsOf(
  { x, f, grad, lr, lines }: Trace,
  variable: string,
  names: readonly string[],
): Column[] {
  const last = new Map(names.map((name, j) => [name, j]))
  const quantities = [...last].filter(([name]) => name !== 'x' && name !== 'g')
  return [
    { name: 'k', latex: '\\text{step}', text: 'step', value: (k) => k },
    { name: 'x', latex: symbol(variable).text, text: variable, value: (k) => x[k] },
    { name: 'f', latex: `f(${variable})`, text: `f(${variable})`, value: (k) => f[k] },
    { name: 'g', latex: 'g', text: 'gradient', value: (k) => grad[k] },
    ...quantities.map(([name, j]) => ({
      name,
      // Only what is of the step after needs to say so.
      latex: symbol(name, name.endsWith('next') ? 't' : '').text,
      text: name,
      value: (k: number) => lines[j]?.[k],
    })),
    {
      name: 'step',
      latex: `\\Delta ${symbol(variable).text}`,
      text: 'step taken',
      value: (k) => (k < lr.length ? (x[k + 1] as number) - (x[k] as number) : undefined),
    },
  ]
}

/** A cell to read: steps are counted, everything else is measured. */
export const cellText = ({ name, value }: Column, k: number): string => {
  const number = value(k)
  if (number === undefined) return ''
  return name === 'k' ? String(number) : plain(number, figures)
}

/** Rows as tab-separated text with every digit. */
export const exactRows = (columns: readonly Column[], rows: readonly number[]): string =>
  rows
    .map((k) =>
      columns
        .map(({ value }) => {
          const number = value(k)
          return number === undefined ? '' : exact(number)
        })
        .join('\t'),
    )
    .join('\n')
