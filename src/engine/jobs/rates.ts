// What the panel of a run offers where its learning rate does not serve: most runs never ask for it.
import { betterRate, type RateSpec } from '../../core/studies/rate.ts'
import { breathing, job } from '../job.ts'

export const jobs = {
  /** A learning rate that serves better; nothing if there is none. */
  betterRate: job<RateSpec, number>({
    *run(spec) {
      const rate = yield* breathing(betterRate(spec))
      if (rate !== undefined) yield { chunk: rate }
    },
    transfers: () => [],
  }),
}
