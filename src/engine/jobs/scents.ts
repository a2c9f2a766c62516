// What the sliders' tracks show: it may take its time, and a drag never waits for it.
import { stepsOf } from '../../core/experiment/parts.ts'
import { type ScentSpec, scent, type Verdict } from '../../core/studies/scent.ts'
import { job } from '../job.ts'

export const jobs = {
  /** What each value of a hyper-parameter would do, pass by pass, from coarse to fine. */
  scent: job<ScentSpec, readonly Verdict[]>({
    *run(spec) {
      if (stepsOf(spec.experiment) * spec.values.length >= many) void walkTogether()
      for (const pass of scent(spec)) yield pass && { chunk: pass }
    },
    transfers: () => [],
  }),
}

/** Fewer steps, of all values together, are over before it matters how fast they are. */
const many = 5000

/** What runs maps walks the values side by side, from when it is there; where it does not come, one after the other. */
const walkTogether = () => import('../../core/runs/together.ts').catch(() => undefined)
