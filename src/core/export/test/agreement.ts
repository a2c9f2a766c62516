// Whether a script of PyTorch's and the run here come to the same points.
import { csv } from '../../runs/csv.ts'
import { runExperiment } from '../../runs/descend.ts'
import type { Experiment } from '../../runs/experiment.ts'
import { readLoss } from '../../runs/loss.ts'
import { prepare } from '../../runs/prepare.ts'

const nudge = 1e-13
const least = 1e-12
const factor = 100

type Row = readonly string[]

const rowsOf = (text: string): Row[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/))

const tableOf = (experiment: Experiment): Row[] =>
  rowsOf(csv(runExperiment(experiment), readLoss(experiment.f, experiment.params).variables))

function difference(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return Number.POSITIVE_INFINITY
  const [x, y] = [Number(a), Number(b)]
  const apart = Math.abs(x - y) / (1 + Math.abs(x))
  return Number.isNaN(apart) ? Number.POSITIVE_INFINITY : apart
}

const between = (a: Row, b: Row | undefined) =>
  b && a[0] === b[0] && a[1] === b[1]
    ? Math.max(...a.slice(2).map((cell, i) => difference(cell, b[i + 2] ?? '')))
    : Number.POSITIVE_INFINITY

/**
 * The first row in which what was printed is not what was computed, in words; nothing if all agree to 1e-12 or, where
 * that is more, to 100 times what a start moved by 1e-13 has made of itself by then: chaos is no error.
 */
export function disagreement(experiment: Experiment, printed: string): string | undefined {
  const ours = tableOf(experiment)
  const theirs = rowsOf(printed)
  if (ours[0]?.join() !== theirs[0]?.join()) return `header ${theirs[0]}`
  const { start } = prepare(experiment)
  const moved = [nudge, -nudge].map((by) =>
    byKey(tableOf({ ...experiment, start: start.map((value) => value + by) })),
  )
  const found = byKey(theirs)
  let drift = 0
  for (const row of ours.slice(1)) {
    if (row[1] === '0') drift = 0
    drift = Math.max(drift, ...moved.map((table) => between(row, table.get(keyOf(row)))))
    const apart = between(row, found.get(keyOf(row)))
    if (apart > Math.max(least, factor * drift))
      return `expected ${row}\n   found ${found.get(keyOf(row))}\n   apart ${apart}, drift ${drift}`
  }
  if (drift === Number.POSITIVE_INFINITY || ours.length === theirs.length) return undefined
  return `${theirs.length} rows instead of ${ours.length}`
}

const keyOf = (row: Row) => `${row[0]},${row[1]}`
const byKey = (rows: readonly Row[]) => new Map(rows.map((row) => [keyOf(row), row]))
