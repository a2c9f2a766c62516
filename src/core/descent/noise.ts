// The noise of a run's gradient, as a mini-batch makes it: one draw for each step and coordinate. It depends on the seed
// alone, so that all runs of an experiment meet the same, and a branch meets what the run before it would have met.

import type { Prepared } from '../experiment/prepare.ts'
import { normal } from '../random.ts'
import { noiseName } from './registers.ts'
import type { Step } from './step.ts'
import { filling, type Varying } from './varying.ts'

/** The noise of each coordinate; nothing where there is none. */
export const noiseOf = (
  { program }: Step,
  { noise, seed, loss }: Pick<Prepared, 'noise' | 'seed' | 'loss'>,
): Varying[] =>
  noise === 0
    ? []
    : loss.variables.map((_, i) => ({
        register: program.input(noiseName(i)) as number,
        fill: filling((k) => noise * normal(seed, k, i)),
      }))
