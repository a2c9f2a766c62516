// The jobs that everyone waits for: a run, and what its panel offers.
import type { Trace } from '../../core/descent/trace.ts'
import type { Experiment } from '../../core/experiment/experiment.ts'
import { prepare } from '../../core/experiment/prepare.ts'
import { descend as run } from '../../core/runs/descend.ts'
import { largestRate as searchRate } from '../../core/runs/rate.ts'
import type { Job } from '../job.ts'

/** One trace for each run of the experiment. */
export const descend: Job<Experiment, Trace> = {
  *run(experiment) {
    const prepared = prepare(experiment)
    for (const each of prepared.runs) yield { chunk: yield* breathing(run(prepared, each)) }
  },
  // The columns of a whole run are one piece of memory; those of one that ended early have each their own.
  transfers: ({ x, f, grad, noise, lr, evaluations, lines, supplied, probes }) => [
    ...[x, f, grad, lr, evaluations, ...lines, ...supplied, ...Object.values(probes)],
    ...(noise ? [noise] : []),
  ],
}

/** The largest learning rate with which a run works; nothing if there is none. */
export const largestRate: Job<{ readonly experiment: Experiment; readonly run: number }, number> = {
  *run({ experiment, run: index }) {
    const rate = yield* breathing(searchRate(experiment, index))
    if (rate !== undefined) yield { chunk: rate }
  },
  transfers: () => [],
}

function* breathing<R>(work: Generator<unknown, R>): Generator<undefined, R> {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value as R
    yield undefined
  }
}
