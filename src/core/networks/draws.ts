// What chance is asked for in a training: each has a counter of its own, so that none depends on how often another asks.

export const draws = {
  parameters: 1,
  /** Where points lie. */
  points: 2,
  /** How far what is measured is off. */
  noise: 3,
  split: 4,
  batches: 5,
  dropout: 6,
  /** Directions through parameters, and the points that a slice is measured by. */
  slices: 11,
} as const
