// How finely a slice is computed, and over how many points, so that it is there while someone waits.
import { uniform } from '../../random.ts'
import { costOf } from '../cost.ts'
import type { Rows } from '../data/dataset.ts'
import { draws } from '../draws.ts'
import type { Measuring } from './slice.ts'

interface Effort {
  /** Points along each side of the slice. */
  readonly size: number
  /** Of the points that are learned from. */
  readonly points: number
}

/** From the smoothest on: the first that takes no more than `quick` is taken, or else the last. */
const sizes = [129, 65, 33] as const
/** In multiplications. */
const quick = 6e9
const most = 2e10

export function effortFor({ architecture, dataset }: Measuring): Effort {
  const { count } = dataset.training
  const each = costOf(architecture)
  const size = sizes.find((side) => each * count * side ** 2 <= quick) ?? sizes[2]
  const points = Math.max(1, Math.min(count, Math.floor(most / (each * size ** 2))))
  return { size, points }
}

/** So many of the points that are learned from, by chance, the same for the same seed; in the order in which they came. */
export function sampled<T extends Measuring>(task: T, points: number, seed: number): T {
  const { dataset } = task
  const { count } = dataset.training
  if (points >= count) return task
  const lots = Array.from({ length: count }, (_, i) => ({
    i,
    lot: uniform(seed, draws.slices, 2, i),
  }))
  const chosen = lots
    .sort((a, b) => a.lot - b.lot)
    .slice(0, points)
    .map(({ i }) => i)
    .sort((a, b) => a - b)
  return { ...task, dataset: { ...dataset, training: rowsAt(dataset.training, chosen) } }
}

function rowsAt({ count, inputs, targets }: Rows, chosen: readonly number[]): Rows {
  const of = (values: Float64Array) => {
    const width = values.length / count
    return Float64Array.from(
      chosen.flatMap((i) => [...values.subarray(i * width, (i + 1) * width)]),
    )
  }
  return { count: chosen.length, inputs: of(inputs), targets: of(targets) }
}
