import type { NetworkExperiment } from '../experiment/networkExperiment.ts'
import { prepareNetwork } from '../experiment/networkPrepare.ts'
import { type Trained, train } from '../networks/training/train.ts'
import { toItsEnd } from '../work.ts'

export interface Training extends Trained {
  /** The run's label: its optimizer's name, numbered where names repeat. */
  readonly label: string
}

/**
 * Trains a network to its end, once for each run: they begin with the same parameters and meet the same batches.
 * @throws ExperimentError if there is nothing to train
 */
export function trainNetwork(experiment: NetworkExperiment): Training[] {
  const task = prepareNetwork(experiment)
  return task.runs.map((run) => ({ label: run.label, ...toItsEnd(train(task, run)) }))
}
