// The same run without the mistakes that were put into it on purpose, to be held beside it.
import { settledAt } from '../descent/steps.ts'
import type { Trace, Unmistaken } from '../descent/trace.ts'
import type { Experiment, RunSpec } from '../experiment/experiment.ts'
import { type Prepared, prepare, type Run } from '../experiment/prepare.ts'
import { descend } from './descend.ts'

/** One run of an experiment; beside one with mistakes, how it ends without them. */
export function* descendBeside(
  experiment: Experiment,
  prepared: Prepared,
  index: number,
): Generator<number, Trace> {
  const run = prepared.runs[index] as Run
  const trace = yield* descend(prepared, run)
  if (run.bugs.length === 0) return trace
  const alone = yield* cleaned(experiment, index)
  const { served } = run.bugs.find((bug) => bug.served) ?? {}
  const helped = served && (yield* cleaned(experiment, index, served.hyper))
  const unmistaken =
    served && helped && helped.f < alone.f
      ? { ...helped, served: { by: served.words, without: alone } }
      : alone
  return { ...trace, outcome: { ...trace.outcome, unmistaken } }
}

/** The end of the run without its mistakes, and when it was there first to the digits shown. */
function* cleaned(
  experiment: Experiment,
  index: number,
  hyper: RunSpec['hyper'] = {},
): Generator<number, Unmistaken> {
  const runs = (experiment.runs ?? []).map(({ bugs = [], ...spec }, i) =>
    i === index ? { ...spec, hyper: { ...spec.hyper, ...hyper } } : { ...spec, bugs },
  )
  const prepared = prepare({ ...experiment, runs }, 2)
  const { outcome, f } = yield* descend(prepared, prepared.runs[index] as Run)
  return { kind: outcome.kind, f: f.at(-1) as number, step: settledAt(f) }
}
