// Where a batch is cut into halves, if it is.
import { costOfSlope } from '../cost.ts'
import type { Architecture } from '../network.ts'
import type { Batch } from './batches.ts'

/** The fewest rows of a batch, and multiplications for its slope, that are worth a partner: some milliseconds. */
const fewestRows = 128
const leastWork = 2e7

/** Halves begin where tiles of products do. */
const tile = 4

/** Whether a batch is large enough. */
export const isHalved = (architecture: Architecture, rows: number) =>
  rows >= fewestRows && costOfSlope(architecture, rows) >= leastWork

/** Rows of the first half, which has the most. */
export const firstOf = (rows: number) => tile * Math.ceil(rows / (2 * tile))

/** Numbers of a row. */
interface Widths {
  readonly inputs: number
  readonly targets: number
}

export type Halves = readonly [Batch, Batch]

/** Cuts batches, which are mostly the same one filled anew. */
export function cutting(width: Widths) {
  let [last, rows]: [Batch | undefined, number] = [undefined, 0]
  let halves: Halves | undefined
  return (batch: Batch): Halves => {
    if (halves && batch === last && batch.rows === rows) return halves
    last = batch
    rows = batch.rows
    const { x, targets } = batch
    const half = firstOf(rows)
    halves = [
      { x, targets, rows: half },
      {
        x: x.subarray(half * width.inputs, rows * width.inputs),
        targets: targets.subarray(half * width.targets, rows * width.targets),
        rows: rows - half,
      },
    ]
    return halves
  }
}
