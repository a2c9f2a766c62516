// How the batches of a training follow each other: an epoch ends when every point has been in one.

export interface Pace {
  /** Batches in all. */
  readonly steps: number
  /** epochs + 1: the batches that are done before each epoch, and at the end. */
  readonly starts: Float64Array
  /** Points of a batch after so many batches. */
  batchAt(step: number): number
  /** Points of the largest batch. */
  readonly most: number
  /** From which batch on a batch has how many points; the first from 0 on. */
  readonly legs: readonly Resizing[]
}

/** From so many batches on they have another size. */
export interface Resizing {
  readonly at: number
  readonly batch: number
}

interface Course {
  /** Points to learn from. */
  readonly count: number
  readonly batch: number
  readonly epochs: number
}

/** @param resizings in their order; each size is at most the count */
export function paceOf(
  { count, batch, epochs }: Course,
  resizings: readonly Resizing[] = [],
): Pace {
  const legs: readonly Resizing[] = [{ at: 0, batch }, ...resizings]
  const legAt = (step: number) => {
    let l = legs.length - 1
    while (l > 0 && (legs[l] as Resizing).at > step) l--
    return legs[l] as Resizing
  }
  const starts = new Float64Array(epochs + 1)
  for (let epoch = 0; epoch < epochs; epoch++) {
    let step = starts[epoch] as number
    for (let done = 0; done < count; ) {
      const { batch: size } = legAt(step)
      const next = legs.find(({ at }) => at > step)?.at ?? Number.POSITIVE_INFINITY
      const batches = Math.min(next - step, Math.ceil((count - done) / size))
      step += batches
      done += batches * size
    }
    starts[epoch + 1] = step
  }
  return {
    steps: starts[epochs] as number,
    starts,
    batchAt: (step) => legAt(step).batch,
    most: Math.max(...legs.map((leg) => leg.batch)),
    legs,
  }
}
