// core/landscape/: a loss of two variables from above: heights, levels, minima, saddles and maxima.
//
// What a loss of two variables looks like from above: values on a grid, levels, the areas above them, and special points.

/** The part of the plane that is looked at: intervals of the first and of the second variable. */
export interface Region {
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
}

/** The loss on a grid over a region, corners included. */
export interface Grid {
  readonly region: Region
  readonly columns: number
  readonly rows: number
  /** rows × columns, row by row from the least y to the largest; NaN or infinite where the loss is. */
  readonly values: Float64Array
}

/** Levels of the loss, ascending, and where they come from. */
export interface Levels {
  readonly values: Float64Array
  /** Logarithmic above a minimum, or each passed by equally much of the area where there is none; or equally far apart. */
  readonly kind: 'logarithmic' | 'quantiles' | 'even'
  /** What logarithmic levels are measured from. */
  readonly floor: number
}

/** All places where the loss is at least a level: closed rings, outer ones and holes. */
export interface Area {
  /** Pairs x, y of all rings in the units of the region, one ring after the other. */
  readonly points: Float64Array
  /** For each ring, how many numbers of `points` end with it. */
  readonly ends: Uint32Array
}

export interface Landscape extends Grid {
  readonly levels: Levels
  /** One for each level. */
  readonly areas: readonly Area[]
  /** All places where the loss has a finite value. */
  readonly defined: Area
}

/** A point where the gradient is 0, or a known minimum where there is none. */
export interface CriticalPoint {
  readonly x: number
  readonly y: number
  readonly f: number
  /** From the signs of the Hessian's eigenvalues; flat where one is 0, a kink where there is no gradient. */
  readonly kind: 'minimum' | 'maximum' | 'saddle' | 'flat' | 'kink'
  /** The eigenvalues of the Hessian, the larger one first; NaN where there are none. */
  readonly curvatures: readonly [number, number]
}
