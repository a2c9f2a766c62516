// The step of the chosen weight that is seen: by which rule, and with which numbers.
import type { PreparedNetwork } from '../../../core/experiment/networkPrepare.ts'
import type { TrainingRun } from '../../../core/experiment/networkRuns.ts'
import {
  ruledAt,
  type WeightStep,
  weightStep,
} from '../../../core/networks/insight/ruleOfWeight.ts'
import type { Seen } from '../../../core/runs/watchTraining.ts'

interface Which {
  readonly seen: Seen
  readonly index: number
  readonly isBias: boolean
}

export interface SteppedWeight {
  readonly ruled: TrainingRun
  readonly taken: WeightStep
}

export function stepOf(
  { runs }: PreparedNetwork,
  selected: number,
  { seen, index, isBias }: Which,
): SteppedWeight {
  const { moment, slots = {} } = seen
  const { step, parameters, gradient, batchLoss } = moment
  const run = runs[selected] ?? (runs[0] as TrainingRun)
  const ruled = ruledAt<TrainingRun>(run, step, isBias)
  const taken = weightStep(ruled, {
    ...{ step, slots, loss: batchLoss },
    value: parameters[index] ?? Number.NaN,
    slope: gradient[index] ?? Number.NaN,
  })
  return { ruled, taken }
}
