// What the sliders' tracks show: it may take its time, and a drag never waits for it.
import { type ScentSpec, scent as sniff, type Verdict } from '../../core/runs/scent.ts'
import type { Job } from '../job.ts'

/** What each value of a hyper-parameter would do, pass by pass, from coarse to fine. */
export const scent: Job<ScentSpec, readonly Verdict[]> = {
  *run(spec) {
    for (const pass of sniff(spec)) yield pass && { chunk: pass }
  },
  transfers: () => [],
}
