// The loss of a network over a plane, computed from coarse to fine.

import type { Kernels } from '../kernel.ts'
import { kernelsFor } from '../kernels/kernelsFor.ts'
import { makeNetwork, sizeOf } from '../network.ts'
import { piecesOf } from '../training/batches.ts'
import { measure } from '../training/measuring.ts'
import type { Task } from '../training/trainer.ts'
import { type Plane, place } from './plane.ts'

/** What is measured: a network by its loss over what it learns from. */
export type Measuring = Pick<Task, 'architecture' | 'dataset' | 'loss'>

type Interval = readonly [from: number, to: number]

/** The part of a plane that is looked at, in its coordinates. */
export interface Window {
  readonly x: Interval
  readonly y: Interval
}

interface SliceGrid {
  readonly window: Window
  /** Points along each side: a power of two and one more, at least `coarsest`. */
  readonly size: number
  readonly kernels?: Kernels
}

/** What is known of a slice on the way. */
export interface SoFar {
  /** Of all points that shall be computed. */
  readonly share: number
  /** Points along each side of the grid that is being filled. */
  readonly size: number
  /**
   * size × size losses, row by row from the least b to the largest; one array for each size, filled in place. What is not
   * computed yet is NaN in the first size, and in the others the mean of its neighbours of the size before.
   */
  readonly values: Float64Array
  /** Whether all of this size are computed. */
  readonly isWhole: boolean
}

export const coarsest = 9
/** The fewest rows that are measured at once. */
const piece = 256

/**
 * The loss at center + a·u + b·v, over all points that are learned from, without dropout. Each size has the points of the one
 * before between its own.
 * @returns size × size losses; on the way it yields what is known after each row, and breaths in between
 */
export function* slice(
  task: Measuring,
  plane: Plane,
  { window, size, kernels = kernelsFor(sizeOf(task.architecture)) }: SliceGrid,
): Generator<SoFar | undefined, Float64Array> {
  const lossAt = lossesOn(task, plane, kernels)
  let done = 0
  let values: Float64Array = new Float64Array(coarsest ** 2).fill(Number.NaN)
  for (let now = coarsest; now <= size; now = 2 * now - 1) {
    const isFirst = now === coarsest
    if (!isFirst) values = refined(values, (now + 1) / 2)
    for (let r = 0; r < now; r++) {
      for (let c = 0; c < now; c++) {
        if (!isFirst && r % 2 === 0 && c % 2 === 0) continue
        values[r * now + c] = lossAt([between(window.x, c, now), between(window.y, r, now)])
        done++
        yield undefined
      }
      yield { share: done / size ** 2, size: now, values, isWhole: r === now - 1 }
    }
  }
  return values
}

function lossesOn(task: Measuring, plane: Plane, kernels: Kernels) {
  const { training } = task.dataset
  const most = Math.min(piece, training.count)
  const network = makeNetwork(task.architecture, most, kernels)
  const pieces = piecesOf(training, most, kernels.room)
  // How many answers are right is not asked for.
  const judging = { loss: task.loss }
  return (at: readonly [number, number]) => {
    place(network.parameters, plane, at)
    return measure(network, pieces, judging).loss
  }
}

const between = ([from, to]: Interval, k: number, size: number) =>
  from + ((to - from) * k) / (size - 1)

/** The same on a grid with a point between any two, there the mean of those around it. */
function refined(values: Float64Array, size: number): Float64Array {
  const fine = 2 * size - 1
  return Float64Array.from({ length: fine ** 2 }, (_, i) => {
    const [r, c] = [Math.floor(i / fine) / 2, (i % fine) / 2]
    const at = (row: number, column: number) => values[row * size + column] as number
    const [low, high] = [Math.floor(r), Math.ceil(r)]
    const [left, right] = [Math.floor(c), Math.ceil(c)]
    return (at(low, left) + at(low, right) + at(high, left) + at(high, right)) / 4
  })
}
