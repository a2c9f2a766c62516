// Points of one's own from a table of text: the last column is what is learned.
import { dsvFormat } from 'd3'
import { networkLimits } from '../../core/experiment/networkLimits.ts'
import { ExperimentError } from '../../core/experimentError.ts'
import type { Points } from '../../core/networks/data/kind.ts'
import { counted } from '../../core/number.ts'
import { shortened } from '../../core/quote.ts'

export interface ReadPoints extends Points {
  /** Of the columns, where the first row names them. */
  readonly names?: readonly string[]
  /** Where the last column holds words: what class 0, 1, … is called. */
  readonly classes?: readonly string[]
}

const separators = ['\t', ';', ','] as const

/** What separates columns: what the first row has most of. A comma beside a semicolon is a decimal one. */
function separatorOf(text: string): (typeof separators)[number] {
  const [first = ''] = text.split('\n', 1)
  return separators.find((sign) => first.includes(sign)) ?? ','
}

/**
 * Reads a table with a row for each point.
 * @throws ExperimentError with one sentence for a student
 */
export function readPoints(text: string): ReadPoints {
  const { most } = networkLimits.points
  const lines = count(text)
  if (lines > most + 1)
    throw new ExperimentError(
      `The table has about ${counted(lines)} rows, and at most ${counted(most)} can be learned from: leave some out`,
    )
  const separator = separatorOf(text.trimStart())
  const all = dsvFormat(separator).parseRows(text.replace(/^\uFEFF/, '').trimEnd())
  expectClosed(text, all)
  const rows = all
    .map((cells, i) => ({ cells, place: i + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim()))
  const first = rows[0]?.cells
  if (!first)
    throw new ExperimentError('The table is empty: a row for each point is wanted, such as 0.5,1.2')
  if (first.length < 2)
    throw new ExperimentError(
      'The table has one column, and two are needed: the inputs, and last what is to be learned',
    )
  const read = (cell: string) => number(cell, separator)
  const isNamed = first.every((cell) => Number.isNaN(read(cell)))
  const names = isNamed && rows.length > 1 ? first.map((cell) => cell.trim()) : undefined
  return asPoints(names ? rows.slice(1) : rows, { names, read })
}

/** A quote that is not closed has all that follows it in one cell, the last one. */
function expectClosed(text: string, rows: readonly string[][]): void {
  const isOdd = (text.split('"').length - 1) % 2 === 1
  if (isOdd && rows.at(-1)?.some((cell) => cell.includes('\n')))
    throw new ExperimentError(
      `Row ${rows.length} has a quotation mark (") that is not closed: close it, or leave it out`,
    )
}

function count(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** Missing is NaN, and so is what is no number. */
function number(cell: string, separator: string): number {
  const text = cell.trim()
  const plain = separator === ',' ? text : text.replace(',', '.')
  return text === '' ? Number.NaN : Number(plain)
}

interface Reading {
  readonly names: readonly string[] | undefined
  readonly read: (cell: string) => number
}

/** A row of the file, from 1 on. */
interface Row {
  readonly cells: readonly string[]
  readonly place: number
}

function asPoints(rows: readonly Row[], { names, read }: Reading): ReadPoints {
  const width = names?.length ?? rows[0]?.cells.length ?? 0
  const titleOf = (k: number) => (names ? `“${shortened(names[k] ?? '')}”` : `${k + 1}`)
  const classes = wordsIn(rows, width - 1, read)
  const points = rows.map(({ cells, place }) => {
    const { length } = cells
    if (length !== width)
      throw new ExperimentError(
        `Row ${place} has ${length} ${length === 1 ? 'column' : 'columns'}, and the first one has ${width}: mend it, or leave it out`,
      )
    return cells.map((cell, k) => {
      const isClass = classes !== undefined && k === width - 1
      const value = isClass ? classes.indexOf(cell.trim()) : read(cell)
      if (isClass ? value >= 0 : Number.isFinite(value)) return value
      const found = cell.trim() ? `“${shortened(cell.trim())}”, which is no number` : 'nothing'
      throw new ExperimentError(
        `Row ${place} has ${found} in column ${titleOf(k)}: write a ${isClass ? 'class' : 'number'} there, or leave the row out`,
      )
    })
  })
  return {
    inputs: points.map((row) => row.slice(0, -1)),
    targets: points.map((row) => row.slice(-1)),
    ...(names && { names }),
    ...(classes && { classes }),
  }
}

/** The words of a column in their order, if it holds nothing else. */
function wordsIn(
  rows: readonly Row[],
  column: number,
  read: (cell: string) => number,
): readonly string[] | undefined {
  const cells = rows.map(({ cells: own }) => (own[column] ?? '').trim()).filter(Boolean)
  const areWords = cells.length > 0 && cells.every((cell) => Number.isNaN(read(cell)))
  return areWords ? [...new Set(cells)].toSorted() : undefined
}
