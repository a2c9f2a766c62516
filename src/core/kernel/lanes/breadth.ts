// How many machines walk side by side, and in which precision.
import { type Lanes, lanesOf } from '../../networks/emitted/lanes.ts'

export interface Breadth {
  readonly lanes: Lanes
  /** So many vectors are worked on in turns: each waits for its own last result. */
  readonly vectors: number
  /** Machines. */
  readonly count: number
}

/** Measured: Adam on two variables and momentum on a wave take the least time, less than with 2, 3 or 6. */
const vectors = 4
const breadthOf = (lanes: Lanes): Breadth => ({ lanes, vectors, count: vectors * lanes.count })

/** In double precision: each machine comes to the same bits as alone. */
export const doubles = breadthOf(lanesOf(new Float64Array()))
/** In single precision: twice as many in the same time, for pictures. */
export const singles = breadthOf(lanesOf(new Float32Array()))
