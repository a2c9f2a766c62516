// What becomes of a training with each learning rate.
import type { Trial, TrialSpec } from '../../core/studies/rateTrials.ts'
import { job } from '../job.ts'
import { sharedTrials, type Trialist } from '../trialists.ts'

interface RateTrialsSpec extends TrialSpec {
  /** In the order in which they are tried. */
  readonly rates: readonly number[]
}

let hire: () => readonly Trialist[] = () => []

/** Rates are tried by others too from now on, who are hired anew for each search. */
export const takeTrialists = (make: () => readonly Trialist[]): void => {
  hire = make
}

export const jobs = {
  /** Trains with one rate after the other, and tells what came of each. */
  rateTrials: job<RateTrialsSpec, Trial>({
    *run({ rates, ...spec }) {
      for (const trial of sharedTrials({ spec, rates }, hire())) yield trial && { chunk: trial }
    },
    transfers: () => [],
  }),
}
