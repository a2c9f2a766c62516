// Whether what PyTorch printed and the run here come to the same points.

import type { Experiment } from '../../experiment/experiment.ts'
import { type Prepared, prepare } from '../../experiment/prepare.ts'
import { descend } from '../../runs/descend.ts'
import { toItsEnd } from '../../work.ts'
import { csv } from '../csv.ts'
import { shaken } from './shaken.ts'

const nudge = 1e-13
const least = 1e-12
const factor = 100
/** So many times are last digits disturbed; more often where that explains nothing, since what is decided on an edge falls rarely. */
const draws = [8, 56]
/** Squares of this overflow soon; PyTorch adds the product to the sum before it rounds, and overflows a step later. */
const huge = 1e150

type Row = readonly string[]
type Table = ReadonlyMap<string, Row>

/** What allows the numbers to differ as much as they do. */
type Allowance = 'digits' | 'start' | 'rounding' | 'overflow'

/** Either what lets all numbers pass, with the first row that is not the same strictly, or the first row that is not the same, in words. */
export type Verdict =
  | { readonly within: Allowance; readonly strictly?: string }
  | { readonly apart: string }

const keyOf = (row: Row) => `${row[0]},${row[1]}`

const rowsOf = (text: string): Row[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/))

const tableOf = (rows: readonly Row[]): Table => new Map(rows.map((row) => [keyOf(row), row]))

function computed(prepared: Prepared): Row[] {
  const traces = prepared.runs.map((run) => toItsEnd(descend(prepared, run)))
  return rowsOf(csv(traces, prepared.loss.variables))
}

function difference(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return Number.POSITIVE_INFINITY
  const apart = Math.abs(Number(a) - Number(b)) / (1 + Math.abs(Number(a)))
  return Number.isNaN(apart) ? Number.POSITIVE_INFINITY : apart
}

const between = (a: Row, b: Row | undefined) =>
  b
    ? Math.max(...a.slice(2).map((cell, i) => difference(cell, b[i + 2] ?? '')))
    : Number.POSITIVE_INFINITY

/**
 * Compares what was printed with what is computed here. All must agree to 1e-12 or, where that is more, to 100 times
 * what a start moved by 1e-13, or last digits disturbed, have made of themselves by then: chaos is no error.
 * @param isCut whether the run here may end before the printed one, since its budget does; isStopped: whether the
 * printed one may, since Python stopped it
 */
export function verdict(
  experiment: Experiment,
  printed: string,
  { isCut = false, isStopped = false } = {},
): Verdict {
  const prepared = prepare(experiment)
  const theirs = rowsOf(printed)
  const [header, ...ours] = computed(prepared)
  if (header?.join() !== theirs[0]?.join()) return { apart: `header ${theirs[0]}` }
  const apart = (moved: readonly Table[], most = Number.POSITIVE_INFINITY) =>
    firstApart(ours, { theirs: theirs.slice(1), moved, most, isCut, isStopped })
  const moved = (by: readonly Prepared[]) => by.map((other) => tableOf(computed(other)))
  const strictly = apart([])
  if (strictly === undefined) return { within: 'digits' }
  const nudged = moved(movedStarts(prepared))
  if (apart(nudged) === undefined) return { within: 'start', strictly }
  const all = [...nudged]
  for (const more of draws) {
    const drawn = all.length
    all.push(...moved(Array.from({ length: more }, (_, i) => shaken(prepared, drawn + i))))
    if (apart(all) === undefined) return { within: 'rounding', strictly }
  }
  if (apart(all, huge) === undefined) return { within: 'overflow', strictly }
  return { apart: apart(all) ?? strictly }
}

/** The first row in which what was printed is not what was computed, in words; nothing if all agree. */
export function disagreement(experiment: Experiment, printed: string): string | undefined {
  const found = verdict(experiment, printed)
  return 'apart' in found ? found.apart : undefined
}

/** All coordinates up or down, and each by itself. */
function movedStarts(prepared: Prepared): Prepared[] {
  const { start } = prepared
  const ways = [
    start.map(() => nudge),
    start.map(() => -nudge),
    ...(start.length > 1
      ? start.map((_, i) => start.map((_, j) => (i === j ? nudge : -nudge)))
      : []),
  ]
  return ways.map((way) => ({ ...prepared, start: start.map((v, i) => v + (way[i] as number)) }))
}

const withoutRate = ([run = '', step = '', , ...rest]: Row): Row => [run, step, '', ...rest]

interface Found {
  readonly theirs: readonly Row[]
  readonly moved: readonly Table[]
  /** After a number above this nothing is compared. */
  readonly most: number
  readonly isCut: boolean
  readonly isStopped: boolean
}

function firstApart(
  ours: readonly Row[],
  { theirs, moved, most, isCut, isStopped }: Found,
): string | undefined {
  const found = tableOf(theirs)
  let drift = 0
  let isChaos = false
  for (const row of ours) {
    if (row[1] === '0') drift = 0
    drift = Math.max(drift, ...moved.map((table) => between(row, table.get(keyOf(row)))))
    if (row.slice(2).some((cell) => Math.abs(Number(cell)) > most)) drift = Infinity
    isChaos ||= drift === Number.POSITIVE_INFINITY
    const other = found.get(keyOf(row))
    if (!other && isStopped) break
    // Whoever ends here has no rate for the step that the other one still takes.
    const isLast = (isCut && row[2] === '') || (isStopped && other?.[2] === '')
    const apart =
      isLast && other ? between(withoutRate(row), withoutRate(other)) : between(row, other)
    if (apart > Math.max(least, factor * drift))
      return `expected ${row}\n   found ${other}\n   apart ${apart}, drift ${drift}`
  }
  return isChaos || isCut || isStopped || ours.length === theirs.length
    ? undefined
    : `${theirs.length} rows instead of ${ours.length}`
}
