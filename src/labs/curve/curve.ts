// What the curve lab is: one variable, and where it begins.
import { type Experiment, ExperimentError } from '../../core/runs/experiment.ts'
import { readLoss } from '../../core/runs/loss.ts'

export const initial: Experiment = {
  lab: 'curve',
  f: 'tanhsin',
  start: [8],
  steps: 15,
  runs: [{ optimizer: 'adam', hyper: { lr: 2 } }],
}

/** @throws ExperimentError for what cannot be drawn as a curve */
export function check({ f, params }: Experiment): void {
  const { variables } = readLoss(f, params)
  if (variables.length > 1) {
    throw new ExperimentError(
      `A curve has one variable, but f has ${variables.length}: ${variables.join(', ')}`,
    )
  }
}
