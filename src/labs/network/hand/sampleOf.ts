// A point as the network takes it.
import type { PreparedNetwork } from '../../../core/experiment/networkPrepare.ts'

export interface HandSample {
  /** As data say it. */
  readonly input: readonly number[]
  readonly target: readonly number[]
  /** As the network takes it: standardized if it learns so. */
  readonly taken: readonly number[]
  /** Its place among those that are learned from; nothing for one by which the network is judged. */
  readonly row?: number
}

/** @param sample its place among all points */
export function sampleOf({ points, dataset }: PreparedNetwork, sample: number): HandSample {
  const { inputs, targets } = points
  const input = inputs[sample] ?? []
  const { learned, scaling } = dataset
  return {
    input,
    target: targets[sample] ?? [],
    taken: input.map((value, k) => {
      const { mean = 0, deviation = 1 } = scaling[k] ?? {}
      return (value - mean) / deviation
    }),
    ...(learned[sample] && { row: learned.slice(0, sample).filter(Boolean).length }),
  }
}

/** The point in words: what goes in, what is wanted, and what it is for. */
export function sampleInWords(
  { row }: HandSample,
  batch: { includes(row: number): boolean },
): string {
  if (row === undefined) return 'not learned from: it judges the network'
  return batch.includes(row) ? 'in the next batch' : 'learned from, but not in the next batch'
}
