// The edges of what can be trained: everything comes to finite numbers, or to one sentence.
import { describe, expect, test } from 'vitest'
import type { NetworkExperiment } from '../experiment/networkExperiment.ts'
import { prepareNetwork } from '../experiment/networkPrepare.ts'
import { ExperimentError } from '../experimentError.ts'
import { dataKinds } from '../networks/data/index.ts'
import { trainNetwork } from './trainNetwork.ts'
import { type Growth, watchTraining } from './watchTraining.ts'

const own = (inputs: number[][], targets: number[][]): NetworkExperiment => ({
  data: { kind: 'points', inputs, targets },
})
const classes = (targets: number[]): NetworkExperiment => ({
  ...own(
    targets.map((_, i) => [i, -i]),
    targets.map((target) => [target]),
  ),
  loss: 'cross-entropy',
})

const edges: readonly (readonly [string, NetworkExperiment])[] = [
  ['all points learned from', { split: 1 }],
  ['almost none', { split: 1e-9 }],
  ['a split that leaves none out', { split: 0.9999 }],
  ['one point', own([[1]], [[2]])],
  ['one point, standardized', { ...own([[1]], [[2]]), standardize: true }],
  ['two points', own([[1], [2]], [[2], [3]])],
  ['points that are all the same', { ...own([[1], [1], [1]], [[2], [3], [4]]), standardize: true }],
  [
    'three inputs of which one never changes',
    {
      ...own(
        [
          [1, 0, 7],
          [2, 1, 7],
          [0, 3, 7],
        ],
        [[1], [2], [0]],
      ),
      standardize: true,
    },
  ],
  ['points of class 0 alone', classes([0, 0, 0, 0])],
  ['points of class 1 alone', classes([1, 1, 1])],
  ['one point of class 0', classes([0])],
  ['a class that has no point', classes([0, 3, 0, 3])],
  ['a class that only judges', { ...classes([0, 0, 0, 0, 1]), split: 0.8 }],
  ['no hidden layer', { layers: [] }],
  ['no hidden layer, classes', { data: { kind: 'spiral' }, layers: [] }],
  ['hidden layers of one unit', { layers: [1, 1, 1] }],
  ['no epoch', { epochs: 0 }],
  ['one epoch', { epochs: 1 }],
  ['batches of one point', { data: { kind: 'sine', n: 9 }, batch: 1 }],
  ['batches larger than all points', { data: { kind: 'sine', n: 9 }, batch: 10_000 }],
  ['almost all units dropped', { dropout: 0.999 }],
  ['zeros and no noise', { data: { kind: 'xor', n: 4, noise: 0 }, init: 'zeros' }],
  ['a learning rate of 0', { runs: [{ optimizer: 'adam', hyper: { lr: 0 } }] }],
  ...dataKinds.flatMap(({ id }) =>
    [1, 2, 3].map(
      (n) => [`${n} of ${id} without noise`, { data: { kind: id, n, noise: 0 } }] as const,
    ),
  ),
]

const runs = [{ optimizer: 'sgd', hyper: { lr: 0.01 } }, { optimizer: 'muon' }]

describe.each(edges)('%s', (_, edge) => {
  const experiment: NetworkExperiment = { epochs: 3, layers: [4], runs, ...edge }

  test('is trained to finite numbers', () => {
    const { classes: known, dataset } = prepareNetwork(experiment)
    for (const { losses, validation, accuracy, parameters, firstGradient, outcome } of trainNetwork(
      experiment,
    )) {
      const length = (experiment.epochs ?? 0) + 1
      expect(losses).toHaveLength(length)
      expect(validation).toHaveLength(dataset.validation.count ? length : 0)
      expect(accuracy).toHaveLength(known === undefined ? 0 : length)
      for (const column of [losses, validation, accuracy, ...parameters, ...firstGradient])
        expect(column.every(Number.isFinite)).toBe(true)
      expect(outcome.kind).toBe('trained')
      expect(outcome.message).not.toMatch(/NaN|Infinity|undefined/)
    }
  })

  test('is seen in finite numbers', () => {
    let last: Growth | undefined
    for (const watching = watchTraining(experiment, { at: 2 }); !last?.isAtRest; )
      last = watching.next().value ?? last
    for (const { moment } of last?.seen ?? []) {
      const { parameters, gradient, answers, responses, batchLoss, rate, layers } = moment
      for (const numbers of [parameters, gradient, answers, ...responses])
        expect(numbers.every(Number.isFinite)).toBe(true)
      expect([batchLoss, rate].every(Number.isFinite)).toBe(true)
      for (const { weights, gradients, gradientNorm } of layers)
        expect(
          [weights.from, weights.to, gradients.from, gradients.to, gradientNorm].every(
            Number.isFinite,
          ),
        ).toBe(true)
    }
  })
})

test.each<[string, NetworkExperiment, RegExp]>([
  ['no points', own([], []), /^There are no points yet/],
  ['no inputs', own([[]], [[1]]), /^A point has from 1 to 16 inputs/],
  ['no split', { split: 0 }, /^Nothing is left to learn from/],
  ['no unit', { layers: [0] }, /^A hidden layer has from 1/],
  ['points that are too large', own([[1e300], [-1e300]], [[1], [2]]), /./],
])('%s is refused, or diverges with a sentence', (_, experiment, words) => {
  let message = ''
  try {
    message = trainNetwork(experiment)[0]?.outcome.message ?? ''
  } catch (error) {
    expect(error).toBeInstanceOf(ExperimentError)
    message = (error as ExperimentError).faults[0]?.message ?? ''
  }
  expect(message).toMatch(words)
  expect(message).not.toMatch(/NaN|Infinity|undefined/)
})
