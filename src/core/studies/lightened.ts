// A training on fewer of its points.
import type { PreparedNetwork } from '../experiment/networkPrepare.ts'
import { sampled } from '../networks/slices/effort.ts'
import { paceOf } from '../networks/training/pace.ts'

/** The task with so many of the points that are learned from, drawn by its seed, and as large a share of those that judge. */
export function lightened(task: PreparedNetwork, points: number): PreparedNetwork {
  const { dataset, pace, epochs, seed } = task
  const { training, validation } = dataset
  if (points >= training.count) return task
  const judging = Math.ceil((validation.count * points) / training.count)
  const drawn = (rows: typeof training, count: number) =>
    sampled({ ...task, dataset: { ...dataset, training: rows } }, count, seed).dataset.training
  return {
    ...task,
    dataset: {
      ...dataset,
      training: drawn(training, points),
      validation: drawn(validation, judging),
    },
    pace: paceOf({ count: points, batch: Math.min(pace.most, points), epochs }),
  }
}
