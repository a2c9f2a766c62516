// The ground around a place, on a grid.

type Point = readonly number[]

export interface Place {
  readonly at: Point
  readonly f: number
}

/** Samples in all, about. */
const samples = 2000
/** With more coordinates there would be hardly any along each of them. */
const mostAxes = 6

export interface Grid {
  readonly values: Float64Array
  /** Samples along each axis: the first coordinate runs first. */
  readonly side: number
  /** From one to the next. */
  readonly spacing: number
  /** Where the k-th of them is. */
  pointOf(k: number): Point
}

/**
 * Samples of a function around a place; with many variables nobody looks.
 * @param reach how far: so many times the size of the point
 */
export function gridAround(value: (...at: number[]) => number, at: Point, reach: number): Grid {
  const d = at.length
  const half = reach * (1 + Math.hypot(...at))
  const side = d > mostAxes ? 0 : Math.round(samples ** (1 / d))
  const spacing = (2 * half) / (side - 1)
  const pointOf = (k: number) =>
    at.map((middle, i) => middle - half + spacing * (Math.floor(k / side ** i) % side))
  const values = new Float64Array(side ** d)
  for (let k = 0; k < values.length; k++) values[k] = value(...pointOf(k))
  return { values, side, spacing, pointOf }
}
