// What the sliders' tracks show: it may take its time, and a drag never waits for it.
import { type ScentSpec, scent, type Verdict } from '../../core/studies/scent.ts'
import { job } from '../job.ts'

export const jobs = {
  /** What each value of a hyper-parameter would do, pass by pass, from coarse to fine. */
  scent: job<ScentSpec, readonly Verdict[]>({
    *run(spec) {
      for (const pass of scent(spec)) yield pass && { chunk: pass }
    },
    transfers: () => [],
  }),
}
