// Where a network is asked what it answers, to be drawn: along one input, over the plane of two, or else at its own data.
import type { Points } from './data/kind.ts'

export interface Probe {
  readonly inputs: number
  /** Points side by side, and rows of them, from the lowest up; 1 row unless there are two inputs. */
  readonly columns: number
  readonly rows: number
  /** The interval of each input that is drawn; none where there are more than two. */
  readonly window: readonly (readonly [from: number, to: number])[]
  /** points × inputs, row by row, as data say them: not standardized. */
  readonly points: Float64Array
}

/** Fine enough for a curve across a wall, and for regions that change at sixty frames a second. */
const along = 241
const across = 64
const mostPoints = 1000
/** Of the extent of the data, on each side. */
const margin = 0.08

export function probeOf({ inputs }: Points): Probe {
  const width = inputs[0]?.length ?? 1
  if (width > 2) {
    const some = inputs.slice(0, mostPoints)
    return {
      inputs: width,
      columns: some.length,
      rows: 1,
      window: [],
      points: Float64Array.from(some.flat()),
    }
  }
  const window = Array.from({ length: width }, (_, k) => widened(inputs.map((row) => row[k] ?? 0)))
  const [columns, rows] = width === 1 ? [along, 1] : [across, across]
  const points = new Float64Array(columns * rows * width)
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++)
      for (const [k, at] of [c / (columns - 1), r / Math.max(1, rows - 1)]
        .slice(0, width)
        .entries()) {
        const [from, to] = window[k] as readonly [number, number]
        points[(r * columns + c) * width + k] = from + at * (to - from)
      }
  return { inputs: width, columns, rows, window, points }
}

/** So far from 0 that the distance of two of them is still a number. */
const furthest = Number.MAX_VALUE / 4

/** Around some values, never of width 0. */
function widened(values: readonly number[]): readonly [number, number] {
  const near = values.map((value) => Math.max(-furthest, Math.min(furthest, value)))
  const from = near.reduce((a, b) => Math.min(a, b), near[0] ?? 0)
  const to = near.reduce((a, b) => Math.max(a, b), from)
  const room = margin * (to - from) || Math.max(1, margin * Math.abs(from))
  return [from - room, to + room]
}
