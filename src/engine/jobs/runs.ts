// What everyone waits for: a run.
import type { Trace } from '../../core/descent/trace.ts'
import type { Experiment } from '../../core/experiment/experiment.ts'
import { prepare } from '../../core/experiment/prepare.ts'
import { descendBeside } from '../../core/runs/unmistaken.ts'
import { breathing, job } from '../job.ts'

export interface RaceSpec {
  readonly experiment: Experiment
  /** Indices. */
  readonly runs?: readonly number[]
}

export const jobs = {
  /** One trace for each of these runs, or for all. */
  descend: job<RaceSpec, Trace>({
    *run({ experiment, runs }) {
      // Mistakes of the bug zoo are shown beside the right thing: then a run is there twice.
      const prepared = prepare(experiment, 2)
      if (prepared.steps * prepared.runs.length >= many) void hasten()
      for (const i of runs ?? prepared.runs.keys())
        yield { chunk: yield* breathing(descendBeside(experiment, prepared, i)) }
    },
    // The columns of a whole run are one piece of memory; those of one that ended early have each their own.
    transfers: ({ x, f, grad, noise, lr, evaluations, lines, supplied, probes }) => [
      ...[x, f, grad, lr, evaluations, ...lines, ...supplied, ...Object.values(probes)],
      ...(noise ? [noise] : []),
    ],
  }),
}

/** Fewer steps are over before it matters how fast they are. */
const many = 2000

/** What makes long runs faster comes on demand, and serves the next ones; where it does not come, they are as fast as ever. */
const hasten = () => import('../../core/kernel/kernel.ts').catch(() => undefined)
