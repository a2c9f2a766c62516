import { describe, expect, test } from 'vitest'
import type { RunSpec } from '../experiment/experiment.ts'
import { prepare } from '../experiment/prepare.ts'
import { optimizers } from '../optimizers/index.ts'
import { racerNames } from './racerNames.ts'

const namesOf = (...runs: RunSpec[]) =>
  racerNames(prepare({ f: 'square', start: [2], steps: 20, runs }).runs)
const sgd = (hyper: RunSpec['hyper'], more: Partial<RunSpec> = {}): RunSpec => ({
  optimizer: 'sgd',
  ...(hyper && { hyper }),
  ...more,
})
const adam = (lr: number, more: RunSpec['hyper'] = {}): RunSpec => ({
  optimizer: 'adam',
  hyper: { lr, ...more },
})

describe('racers are told apart by what differs', () => {
  test.each<[RunSpec[], string[]]>([
    [
      [sgd({ lr: 0.1 }), adam(0.1)],
      ['SGD', 'Adam'],
    ],
    [
      [adam(0.4), adam(2), sgd({ lr: 2 })],
      ['Adam lr 0.4', 'Adam lr 2', 'SGD'],
    ],
    [
      [sgd({ lr: 0.5, momentum: 0.8 }), sgd({ lr: 0.5 })],
      ['SGD μ = 0.8', 'SGD'],
    ],
    [
      [sgd({ lr: 1 }), sgd({ lr: 1 }, { schedule: { kind: 'step', step_size: 5 } })],
      ['SGD', 'SGD @step'],
    ],
    [
      [adam(1, { betas: [0.5, 0.999] }), adam(1)],
      ['Adam β₁ = 0.5', 'Adam'],
    ],
    [
      [adam(1, { amsgrad: true }), adam(1)],
      ['Adam AMSGrad', 'Adam'],
    ],
    [
      [sgd({ lr: 1 }), sgd({ lr: 1 }, { from: { run: 0, step: 3 } })],
      ['SGD', 'SGD from step 3'],
    ],
    [
      [sgd({ lr: 0.1 }), sgd({ lr: 0.2 }, { from: { run: 0, step: 3 } })],
      ['SGD lr 0.1', 'SGD lr 0.2, from step 3'],
    ],
    [
      [
        { optimizer: 'lbfgs', hyper: { lr: 2 }, bugs: ['stale-closure'] },
        { optimizer: 'lbfgs', hyper: { lr: 2, line_search_fn: 'strong_wolfe' } },
      ],
      ['L-BFGS stale closure', 'L-BFGS strong wolfe'],
    ],
    [
      [0.5, 0.9].map((gamma) => sgd({ lr: 1 }, { schedule: { kind: 'exponential', gamma } })),
      ['SGD γ = 0.5', 'SGD γ = 0.9'],
    ],
    [
      [adam(1), adam(1), adam(2)],
      ['Adam lr 1', 'Adam 2 lr 1', 'Adam lr 2'],
    ],
    [
      ['g', '2*g'].map((g) => ({ optimizer: 'custom', rule: `x = x - lr*${g}`, hyper: { lr: 1 } })),
      ['Your rule', 'Your rule 2'],
    ],
  ])('%j', (runs, names) => {
    expect(namesOf(...runs)).toEqual(names)
  })

  test('never two alike, whatever differs', () => {
    for (const { id, hyper } of optimizers) {
      const runs = [0.1, 0.2, 0.1].map((lr) => ({
        optimizer: id,
        ...('lr' in hyper && { hyper: { lr } }),
      }))
      expect(new Set(namesOf(...runs)).size).toBe(3)
    }
  })
})
