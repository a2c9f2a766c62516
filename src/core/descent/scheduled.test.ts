import { expect, test } from 'vitest'
import type { RunSpec } from '../experiment/experiment.ts'
import { runExperiment } from '../runs/runExperiment.ts'

const moves = (optimizer: string, more: Omit<RunSpec, 'optimizer'>, f = 'x^2/2') => {
  const [trace] = runExperiment({ f, start: [8], steps: 2, runs: [{ optimizer, ...more }] })
  return trace?.x
}
const quarter = { kind: 'constant', factor: 0.25, total_iters: 9 }

test('what starts from the learning rate starts from the scheduled one, as in PyTorch', () => {
  for (const optimizer of ['rprop', 'asgd'])
    expect(moves(optimizer, { hyper: { lr: 0.4 }, schedule: quarter }), optimizer).toEqual(
      moves(optimizer, { hyper: { lr: 0.1 } }),
    )
})

test('a schedule that remembers the learning rate remembers the run’s own', () => {
  const plateau = { kind: 'plateau', warmup: { steps: 1, start_factor: 0.5 } }
  expect(
    runExperiment({ f: 'x', steps: 3, runs: [{ optimizer: 'sgd', schedule: plateau }] })[0]?.lr,
  ).toEqual(Float64Array.of(0.0005, 0.001, 0.001))
})

test('methods read the scheduled learning rate', () => {
  for (const optimizer of ['lbfgs', 'gd-armijo'])
    expect(
      moves(optimizer, { hyper: { lr: 0.4 }, schedule: quarter }, 'x^4/100'),
      optimizer,
    ).toEqual(moves(optimizer, { hyper: { lr: 0.1 } }, 'x^4/100'))
})
