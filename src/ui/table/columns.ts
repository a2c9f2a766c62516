// The columns of a trace as a table shows them: six figures to read, every digit to copy.

import { commonPart } from '../../core/apart.ts'
import type { Trace } from '../../core/descent/trace.ts'
import { lossSymbol } from '../../core/formulas/lossSymbol.ts'
import { symbol } from '../../core/language/latex/symbol.ts'
import { functionName } from '../../core/loss/valueName.ts'
import { exact, mostFigures, plain } from '../../core/number.ts'
import type { Rule } from '../../core/rules/rule.ts'
import { bareName } from '../../core/rules/sequence.ts'

export interface Column {
  /** What tells it from the other columns. */
  readonly key: string
  /** The quantity, as the rule calls it; the same for each of its coordinates. */
  readonly name: string
  readonly latex: string
  readonly text: string
  readonly value: (k: number) => number | undefined
  /** What is taken off its numbers to read, since they differ only in late digits; the head says so. */
  readonly taken?: number
}

const figures = 6

/** Step, point, loss, gradient, what the rule computes, and the step it takes: by coordinate what has several. */
export function columnsOf(trace: Trace, variables: readonly string[], rule: Rule): Column[] {
  const { x, f, grad, lr } = trace
  const d = variables.length
  const loss = lossSymbol(variables)
  const isOne = d === 1
  const points = variables.map((_, i) => x.filter((_, j) => j % d === i))
  return [
    { key: 'k', name: 'k', latex: '\\text{step}', text: 'step', value: (k) => k },
    ...variables.map((variable, i) =>
      readable(points[i] ?? x, {
        key: `x ${i}`,
        name: 'x',
        latex: symbol(variable).text,
        text: variable,
        value: (k: number) => x[k * d + i],
      }),
    ),
    readable(f, {
      key: 'f',
      name: 'f',
      latex: `${loss}(${variables.join(', ')})`,
      text: functionName(variables),
      value: (k) => f[k],
    }),
    ...variables.map((variable, i) => ({
      key: `g ${i}`,
      name: 'g',
      latex: isOne ? 'g' : `\\partial ${loss}/\\partial ${symbol(variable).text}`,
      text: isOne ? 'gradient' : `gradient, ${variable}`,
      value: (k: number) => grad[k * d + i],
    })),
    ...quantityColumns(trace, variables, rule),
    ...variables.map((variable, i) => ({
      key: `step ${i}`,
      name: 'step',
      latex: `\\Delta ${symbol(variable).text}`,
      text: isOne ? 'step taken' : `step taken, ${variable}`,
      value: (k: number) =>
        k < lr.length ? (x[(k + 1) * d + i] as number) - (x[k * d + i] as number) : undefined,
    })),
  ]
}

/** A column whose numbers are told apart by their first figures: what all of them have in common is in its head. */
function readable(values: Float64Array, column: Column): Column {
  const taken = commonPart(values)
  if (!taken) return column
  const less = ` ${taken < 0 ? '+' : '−'} ${plain(Math.abs(taken), mostFigures)}`
  return {
    ...column,
    taken,
    latex: `${column.latex} ${less.replace('−', '-')}`,
    text: column.text + less,
  }
}

/** The last line of each name of the rule. */
function quantityColumns({ lines }: Trace, variables: readonly string[], rule: Rule): Column[] {
  const d = variables.length
  const last = new Map(rule.lines.map(({ name }, j) => [name, j]))
  return [...last]
    .filter(([name]) => name !== 'x' && name !== 'g')
    .flatMap(([name, j]) => {
      const isVector = d > 1 && rule.varying.has(name)
      // Only what is of the step after needs to say so.
      const time = name.endsWith('next') ? 't' : ''
      return (isVector ? variables : ['']).map((variable, i) => ({
        key: `${name} ${i}`,
        name,
        latex: symbol(bareName(name), [variable, time].filter(Boolean).join()).text,
        text: [bareName(name), variable].filter(Boolean).join(', '),
        value: (k: number) => lines[j]?.[k * d + i],
      }))
    })
}

/** A cell to read: steps are counted, everything else is measured. */
export const cellText = ({ name, value, taken = 0 }: Column, k: number): string => {
  const number = value(k)
  if (number === undefined) return ''
  return name === 'k' ? String(number) : plain(number - taken, figures)
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
