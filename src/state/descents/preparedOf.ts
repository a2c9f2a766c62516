// Experiments of a lab are values that nobody changes: each is looked up once, whoever asks.
import type { Experiment } from '../../core/experiment/experiment.ts'
import { type Prepared, prepare } from '../../core/experiment/prepare.ts'

const known = new WeakMap<Experiment, Prepared>()

/**
 * What an experiment looks up; the same object for the same experiment.
 * @throws ExperimentError with one sentence for a student
 */
export function preparedOf(experiment: Experiment): Prepared {
  const found = known.get(experiment) ?? prepare(descentIn(experiment))
  known.set(experiment, found)
  return found
}

/**
 * The descent of an experiment that maps it; of another one all of it. It is told here, and not by the core's maps: those
 * come only to whoever opens one.
 */
export function descentIn(experiment: Experiment & { readonly map?: unknown }): Experiment {
  if (experiment.map === undefined) return experiment
  const { map: _, ...descent } = experiment
  return descent
}
