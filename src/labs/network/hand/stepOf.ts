// The chosen weight and the step of it that is seen: by which rule, and with which numbers.
import type { PreparedNetwork } from '../../../core/experiment/networkPrepare.ts'
import type { TrainingRun } from '../../../core/experiment/networkRuns.ts'
import {
  ruledAt,
  type WeightStep,
  weightStep,
} from '../../../core/networks/insight/ruleOfWeight.ts'
import { signs } from '../../../core/networks/insight/signs.ts'
import { placeOfIndex } from '../../../core/networks/places.ts'
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

/** A parameter by its place among all; the first one where there is no such, or none is chosen. */
export function placed({ architecture }: PreparedNetwork, parameter = 0) {
  const found = placeOfIndex(architecture, parameter)
  const place = found ?? { layer: 0, unit: 0, input: 0 }
  const name = signs.parameter(place)
  return { index: found ? parameter : 0, place, name, isBias: place.input === undefined }
}
