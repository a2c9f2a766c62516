// The noise of the gradient, and what it is drawn from.
import type { Edit } from './experiment.ts'

/** No noise is not written down; the seed stays for when it comes back. */
export const setNoise =
  (noise: number): Edit =>
  ({ noise: _, ...experiment }) =>
    noise === 0 ? experiment : { ...experiment, noise }

export const setSeed =
  (seed: number): Edit =>
  ({ seed: _, ...experiment }) =>
    seed === 0 ? experiment : { ...experiment, seed }
