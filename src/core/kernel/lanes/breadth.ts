// How many machines walk side by side, and in which precision.
import { type Lanes, lanesOf } from '../../networks/emitted/lanes.ts'

export interface Breadth {
  readonly lanes: Lanes
  /** So many vectors are worked on in turns: each waits for its own last result. */
  readonly vectors: number
  /** Machines. */
  readonly count: number
}

/** More have no room in the processor's registers. Measured: Adam on two variables takes a fifth less time than with 2 or 4. */
const vectors = 3
const breadthOf = (lanes: Lanes): Breadth => ({ lanes, vectors, count: vectors * lanes.count })

/** In double precision: each machine comes to the same bits as alone. */
export const doubles = breadthOf(lanesOf(new Float64Array()))
/** In single precision: twice as many in the same time, for pictures. */
export const singles = breadthOf(lanesOf(new Float32Array()))
