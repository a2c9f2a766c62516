import { expect, test } from 'vitest'
import type { Change, NetworkExperiment } from '../../../core/experiment/networkExperiment.ts'
import { prepareNetwork } from '../../../core/experiment/networkPrepare.ts'
import { storyOf } from './story.ts'

const sgd = { optimizer: 'sgd', hyper: { lr: 0.01 } }
const adam = { optimizer: 'adam', hyper: { lr: 0.02 } }

/** Five batches of 8 in each epoch. */
function told(changes: readonly Change[], runs: NetworkExperiment['runs'] = [sgd]) {
  const data = { kind: 'circle', n: 40 } as const
  const experiment: NetworkExperiment = { data, split: 1, batch: 8, epochs: 10, runs, changes }
  return storyOf(experiment, prepareNetwork(experiment))
}
const words = (...args: Parameters<typeof told>) => told(...args).map((one) => one.words)

test('nothing was changed', () => {
  expect(told([])).toEqual([])
})

test('a learning rate says what it was, when, and since which epoch', () => {
  expect(told([{ at: 12, hyper: { lr: 0.001 } }])).toEqual([
    { at: 12, epoch: 2, place: 0, isReached: true, run: 0, words: 'learning rate 0.01 → 0.001' },
  ])
})

test('each change goes on from the one before it, whatever order they are written in', () => {
  const changes = [
    { at: 20, hyper: { lr: 0.5 } },
    { at: 5, hyper: { lr: 0.1, momentum: 0.9 } },
  ]
  expect(told(changes).map(({ place }) => place)).toEqual([1, 0])
  expect(words(changes)).toEqual([
    'learning rate 0.01 → 0.1, momentum 0 → 0.9',
    'learning rate 0.1 → 0.5',
  ])
})

test('of several runs each has its name, and a batch is everybody’s', () => {
  const changes: Change[] = [
    { at: 3, run: 1, hyper: { betas: [0.8, 0.999], amsgrad: true } },
    { at: 3, batch: 20 },
    { at: 7, hyper: { nesterov: false }, batch: 'full' },
  ]
  expect(words(changes, [sgd, adam])).toEqual([
    'Adam: beta 1 0.9 → 0.8, AMSGrad off → on',
    'batch size 8 → 20',
    'SGD: nesterov stays off, batch size 20 → full',
  ])
  expect(told(changes, [sgd, adam]).map(({ run }) => run)).toEqual([1, undefined, undefined])
})

test('variants are told by their names', () => {
  const changes = [{ at: 1, hyper: { adjust_lr_fn: 'match_rms_adamw' } }]
  expect(words(changes, [{ optimizer: 'muon' }])).toEqual(['adjust lr fn none → match rms adamw'])
})

test('what comes after the last batch is told as such', () => {
  const changes = [
    { at: 49, batch: 4 },
    { at: 999, hyper: { lr: 1 } },
  ] as const
  expect(told(changes).map(({ isReached }) => isReached)).toEqual([true, false])
})
