// Whether a script of PyTorch's and the run here come to the same points.

import type { Experiment } from '../../experiment/experiment.ts'
import { prepare } from '../../experiment/prepare.ts'
import { functionById } from '../../functions/index.ts'
import { readLoss } from '../../loss/loss.ts'
import { runExperiment } from '../../runs/runExperiment.ts'
import { csv } from '../csv.ts'

const nudge = 1e-13
const least = 1e-12
const factor = 100

type Row = readonly string[]
type Table = ReadonlyMap<string, Row>

const keyOf = (row: Row) => `${row[0]},${row[1]}`

const rowsOf = (text: string): Row[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/))

const tableOf = (rows: readonly Row[]): Table => new Map(rows.map((row) => [keyOf(row), row]))

const computed = (experiment: Experiment): Row[] =>
  rowsOf(csv(runExperiment(experiment), readLoss(experiment.f, experiment.params).variables))

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
 * The first row in which what was printed is not what was computed, in words; nothing if all agree to 1e-12 or, where
 * that is more, to 100 times what a start moved by 1e-13 has made of itself by then: chaos is no error.
 */
export function disagreement(experiment: Experiment, printed: string): string | undefined {
  const ours = computed(experiment)
  const theirs = rowsOf(printed)
  if (ours[0]?.join() !== theirs[0]?.join()) return `header ${theirs[0]}`
  const { start } = prepare(experiment)
  const moved = [nudge, -nudge].map((by) =>
    tableOf(computed({ ...experiment, start: start.map((value) => value + by) })),
  )
  const strict = firstApart(ours, theirs, moved)
  if (strict === undefined || experiment.params) return strict
  return firstApart(ours, theirs, [...moved, ...roundedOtherwise(experiment)])
}

function firstApart(
  ours: readonly Row[],
  theirs: readonly Row[],
  moved: readonly Table[],
): string | undefined {
  const found = tableOf(theirs)
  let drift = 0
  let rows = 1
  for (const row of ours.slice(1)) {
    if (row[1] === '0') drift = 0
    rows++
    drift = Math.max(drift, ...moved.map((table) => between(row, table.get(keyOf(row)))))
    const other = found.get(keyOf(row))
    const apart = between(row, other)
    if (apart > Math.max(least, factor * drift))
      return `expected ${row}\n   found ${other}\n   apart ${apart}, drift ${drift}`
  }
  const isChaos = drift === Number.POSITIVE_INFINITY
  return isChaos || rows === theirs.length ? undefined : `${theirs.length} rows instead of ${rows}`
}

/**
 * Line searches ask which of two values is less, even where both are the same but for rounding, which is not the same
 * in two libraries: so the last digits of the loss are also disturbed, by what looks like chance and has no slope.
 */
function roundedOtherwise(experiment: Experiment): Table[] {
  const f = functionById(experiment.f)?.expression ?? experiment.f
  const sum = readLoss(f).variables.join(' + ')
  return [1e15, 3e15, 7e14, 5e14, 1.3e14, 2.1e15, 9e13, 4e15].map((fineness) => {
    return tableOf(
      computed({ ...experiment, f: `(${f})*(1 + 1e-15*(sin(${fineness}*(${sum})) > 0))` }),
    )
  })
}
