// Trainings by chance: every kind of data, activation, initialization, loss and optimizer that the tables hold, small
// enough to be over in a moment.
import fc from 'fast-check'
import type { RunSpec } from '../../experiment/experiment.ts'
import { optimizerOf } from '../../experiment/lookUp.ts'
import { type DataSpec, ownId, usualData } from '../../experiment/networkData.ts'
import { dataInLinks } from '../../experiment/networkDataInLinks.ts'
import {
  type Change,
  type NetworkExperiment,
  networkId,
} from '../../experiment/networkExperiment.ts'
import { type PreparedNetwork, prepareNetwork } from '../../experiment/networkPrepare.ts'
import { networkOptimizers } from '../../experiment/networkRuns.ts'
import { ExperimentError } from '../../experimentError.ts'
import { activations } from '../../networks/activations.ts'
import { dataKinds } from '../../networks/data/index.ts'
import { initNames } from '../../networks/initial.ts'
import { lossNames } from '../../networks/losses.ts'
import { tensorShapes } from '../../networks/network.ts'
import { argumentsFor } from './randomArguments.ts'
import { between } from './randomNumber.ts'
import { runsOf, share } from './randomRuns.ts'

const mostPoints = 24
const mostEpochs = 5
const mostBatch = 30

/** Mostly numbers as people have them; now and then such as only programs write. */
const coordinate = fc.oneof(
  { arbitrary: between(-6, 6), weight: 30 },
  { arbitrary: fc.constantFrom(0, 1, -1, 1e-300, 1e6, -1e38, 1e300), weight: 1 },
)

const generated: fc.Arbitrary<DataSpec> = fc
  .constantFrom(...dataKinds)
  .chain(({ id }) =>
    fc
      .record(
        { n: fc.integer({ min: 1, max: mostPoints }), noise: between(0, 1), seed: fc.nat(9) },
        { requiredKeys: ['n'] },
      )
      .map((numbers): DataSpec => ({ kind: id, ...numbers })),
  )

/** Points of one's own: with targets that are classes, numbers, or several numbers. */
const own: fc.Arbitrary<DataSpec> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('classes', 'numbers', 'several'))
  .chain(([width, answers]) => {
    const row = (length: number) => fc.array(coordinate, { minLength: length, maxLength: length })
    const target = { classes: fc.tuple(fc.nat(3)), numbers: row(1), several: row(2) }[answers]
    return fc.array(fc.tuple(row(width), target as fc.Arbitrary<number[]>), {
      minLength: 1,
      maxLength: mostPoints,
    })
  })
  .map((points) => ({
    kind: ownId,
    inputs: points.map(([input]) => input),
    targets: points.map(([, target]) => target),
  }))

const data = fc.oneof({ arbitrary: generated, weight: 3 }, { arbitrary: own, weight: 1 })

const batch = fc.oneof(
  { arbitrary: fc.constant('full' as const), weight: 1 },
  { arbitrary: fc.integer({ min: 1, max: mostBatch }), weight: 3 },
)

const shape = fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }).chain((layers) =>
  fc.record({
    layers: fc.constant(layers),
    activation: fc.oneof(
      fc.constantFrom(...activations),
      fc.array(fc.constantFrom(...activations), {
        minLength: layers.length,
        maxLength: layers.length,
      }),
    ),
  }),
)

/** A size of batches from somewhere on, or hyper-parameters of a run. */
const changesOf = (runs: readonly RunSpec[]): fc.Arbitrary<readonly Change[]> => {
  const at = fc.nat(mostEpochs * 4)
  const resized = fc.record({ at, batch })
  const adjusted = fc.nat(runs.length - 1).chain((run) =>
    fc.record({
      at,
      hyper: argumentsFor(entriesOf(runs[run]), ['lr']),
      ...(run > 0 && { run: fc.constant(run) }),
    }),
  ) as fc.Arbitrary<Change>
  return fc.array(fc.oneof(resized, adjusted), { minLength: 1, maxLength: 3 })
}

/** A rule that is none has no hyper-parameters to change. */
const entriesOf = (spec: RunSpec | undefined) => {
  try {
    return spec ? optimizerOf(spec).hyper : {}
  } catch {
    return {}
  }
}

const besides = {
  split: fc.oneof(fc.constant(1), between(0.1, 1)),
  standardize: fc.boolean(),
  loss: fc.constantFrom(...lossNames),
  init: fc.constantFrom(...initNames),
  dropout: between(0, 0.9),
  batch,
  shuffle: fc.boolean(),
  seed: fc.oneof(fc.nat(9), fc.constantFrom(2 ** 32, Number.MAX_SAFE_INTEGER)),
}

/** What only a network that can be trained can have: weights that fit, and a step that is shown. */
function withinReach(experiment: NetworkExperiment): fc.Arbitrary<NetworkExperiment> {
  const prepared = preparedOf(experiment)
  if (!prepared) return fc.constant(experiment)
  const tensors = tensorShapes(prepared.architecture).map((sizes) => {
    const length = sizes.reduce((a, b) => a * b)
    return fc.array(between(-1, 1), { minLength: length, maxLength: length })
  })
  return fc
    .tuple(share(15, fc.tuple(...tensors)), share(50, fc.nat(prepared.pace.steps)))
    .map(([weights, at]) => ({
      ...experiment,
      ...(weights && { weights }),
      ...(at !== undefined && { at }),
    }))
}

/** Trainings, some of which cannot start: whoever asks says what becomes of those. */
export const trainings: fc.Arbitrary<NetworkExperiment> = fc
  .record(
    { data, shape, epochs: fc.nat(mostEpochs), runs: runsOf(networkOptimizers), ...besides },
    { requiredKeys: ['data', 'shape', 'epochs', 'runs'] },
  )
  .chain(({ shape: { layers, activation }, runs, ...of }) =>
    share(25, changesOf(runs)).map((changes) => ({
      ...{ lab: networkId, ...of, layers, activation, runs },
      ...(changes && { changes }),
    })),
  )
  .chain(withinReach)

/** Those that links can say: points with several targets stand in files alone. */
export const trainingsInLinks = trainings.filter(
  ({ data = usualData }) => dataInLinks.lacks?.(data) === undefined,
)

/**
 * What is to be trained; nothing where that is refused.
 * @throws whatever is no sentence for a student: that would be a mistake of ours
 */
export function preparedOf(experiment: NetworkExperiment): PreparedNetwork | undefined {
  try {
    return prepareNetwork(experiment)
  } catch (error) {
    if (error instanceof ExperimentError) return undefined
    throw new Error(JSON.stringify(experiment), { cause: error })
  }
}
