// Points as a training takes them: one part to learn from, one to be judged by.
import { uniform } from '../../random.ts'
import { draws } from '../draws.ts'
import type { Points } from './kind.ts'

/** Points row by row. */
export interface Rows {
  readonly count: number
  readonly inputs: Float64Array
  readonly targets: Float64Array
}

export interface Dataset {
  /** By point: whether it is learned from. */
  readonly learned: readonly boolean[]
  readonly training: Rows
  readonly validation: Rows
  /** The places of all points as they came: first those that are learned from. */
  readonly order: readonly number[]
  /** What was taken off each input, and what it was then divided by. */
  readonly scaling: readonly Scaling[]
}

interface Scaling {
  readonly mean: number
  readonly deviation: number
}

interface Preparation {
  /** The share of the points that is learned from. */
  readonly split: number
  /** Whether inputs are brought to mean 0 and standard deviation 1, measured on what is learned from. */
  readonly standardize: boolean
  readonly seed: number
}

export function datasetOf({ inputs, targets }: Points, preparation: Preparation): Dataset {
  const { split, standardize, seed } = preparation
  const isTraining = chosen(inputs.length, split, seed)
  const own = <T>(rows: readonly T[], of: boolean) => rows.filter((_, i) => isTraining[i] === of)
  const scaling = standardize ? scalingOf(own(inputs, true)) : []
  const scaled = (row: readonly number[]) =>
    row.map((value, k) => {
      const { mean = 0, deviation = 1 } = scaling[k] ?? {}
      return (value - mean) / deviation
    })
  const rows = (of: boolean): Rows => {
    const part = own(inputs, of)
    return {
      count: part.length,
      inputs: Float64Array.from(part.flatMap(scaled)),
      targets: Float64Array.from(own(targets, of).flat()),
    }
  }
  const places = inputs.map((_, i) => i)
  const order = [...own(places, true), ...own(places, false)]
  return { learned: isTraining, training: rows(true), validation: rows(false), order, scaling }
}

/** Which points are learned from, at least one; all in the order in which they came. */
function chosen(n: number, split: number, seed: number): readonly boolean[] {
  const order = Array.from({ length: n }, (_, i) => ({ i, lot: uniform(seed, draws.split, i) }))
  if (split < 1) order.sort((a, b) => a.lot - b.lot)
  const training = new Set(order.slice(0, Math.max(1, Math.round(split * n))).map(({ i }) => i))
  return order.map((_, i) => training.has(i))
}

/** As scikit-learn's StandardScaler: an input that is the same everywhere is not divided. */
function scalingOf(rows: readonly (readonly number[])[]): Scaling[] {
  return (rows[0] ?? []).map((_, k) => {
    const column = rows.map((row) => row[k] as number)
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length
    const variance =
      column.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / column.length
    return { mean, deviation: Math.sqrt(variance) || 1 }
  })
}
