import type { Outcome, Trace } from '../descent/trace.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { prepare } from '../experiment/prepare.ts'
import '../kernel/kernel.ts'
import { explain, inOneText } from '../outcome/telling/explain.ts'
import { toItsEnd } from '../work.ts'
import { descendBeside } from './unmistaken.ts'

/** A run that is told as well as judged. */
export interface ToldTrace extends Trace {
  readonly outcome: Outcome & { readonly message: string }
}

/**
 * Runs an experiment to its end.
 * @returns one trace per run
 * @throws ExperimentError if it cannot start
 */
export function runExperiment(experiment: Experiment): ToldTrace[] {
  const prepared = prepare(experiment)
  return prepared.runs.map((run, i) => {
    const trace = toItsEnd(descendBeside(experiment, prepared, i))
    const message = inOneText(explain(trace, prepared, run))
    return { ...trace, outcome: { ...trace.outcome, message } }
  })
}
