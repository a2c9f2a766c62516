import { describe, expect, test } from 'vitest'
import { ExperimentError } from '../experimentError.ts'
import type { NetworkExperiment } from './networkExperiment.ts'
import { networkLimits } from './networkLimits.ts'
import { prepareNetwork } from './networkPrepare.ts'

const faultsOf = (experiment: NetworkExperiment) => {
  try {
    prepareNetwork(experiment)
  } catch (error) {
    expect(error).toBeInstanceOf(ExperimentError)
    return (error as ExperimentError).faults
  }
  return []
}

const { step } = networkLimits
const wide = Array<number>(6).fill(256)
const of = (n: number, more: NetworkExperiment = {}): NetworkExperiment => ({
  ...{ data: { kind: 'sine', n }, split: 1, layers: wide, epochs: 1 },
  ...more,
})

describe('one step that would take seconds is refused', () => {
  test.each<[string, NetworkExperiment, readonly (string | number)[], string]>([
    ['a wide network of all of many points', of(100_000), ['batch'], step.words],
    ['a batch of very many', of(100_000, { batch: 50_000 }), ['batch'], step.words],
    [
      'a batch that becomes so large on the way',
      of(100_000, {
        batch: 100,
        changes: [
          { at: 2, hyper: { lr: 0.1 } },
          { at: 3, batch: 'full' },
        ],
      }),
      ['changes', 1],
      step.words,
    ],
    [
      'a network in double precision, whose numbers take longer',
      of(100_000, { layers: [60, 60, 40] }),
      ['batch'],
      step.words,
    ],
    [
      'a search that asks too often',
      of(2000, {
        layers: [256, 256],
        runs: [{ optimizer: 'sgd' }, { optimizer: 'lbfgs', hyper: { max_eval: 60 } }],
      }),
      ['runs', 1],
      'A step of L-BFGS would take seconds',
    ],
    [
      'an iteration that is repeated too often',
      of(10, { runs: [{ optimizer: 'muon', hyper: { ns_steps: 60 } }] }),
      ['runs', 0],
      'A step of Muon would take seconds',
    ],
    [
      'one that is repeated too often later',
      of(10, { runs: [{ optimizer: 'muon' }], changes: [{ at: 1, hyper: { ns_steps: 60 } }] }),
      ['runs', 0],
      'A step of Muon would take seconds',
    ],
  ])('%s', (_, experiment, at, words) => {
    expect(faultsOf(experiment)).toEqual([
      expect.objectContaining({ at: [at], message: expect.stringContaining(words) }),
    ])
  })

  test.each<[string, NetworkExperiment]>([
    ['the lecture’s program', { layers: [256, 256, 256], epochs: 512 }],
    ['the same by L-BFGS', { layers: [256, 256, 256], runs: [{ optimizer: 'lbfgs' }] }],
    ['the widest network of the usual points', of(1000)],
    ['the widest network of the most points, in batches', of(100_000, { batch: 1000 })],
    ['the most points in a usual network', of(100_000, { layers: [16, 16] })],
    ['the widest network by Muon', of(1000, { runs: [{ optimizer: 'muon' }] })],
  ])('%s is not', (_, experiment) => {
    expect(faultsOf(experiment)).toEqual([])
  })
})

test('every limit has words that say what to do', () => {
  for (const { most, words } of Object.values(networkLimits)) {
    expect(most).toBeGreaterThan(0)
    expect(words).toMatch(/[a-z]/)
  }
})
