import { expect, test } from 'vitest'
import { customOptimizer } from '../optimizers/written/custom.ts'
import { trainNetwork } from '../runs/trainNetwork.ts'
import { networkRate } from './networkRate.ts'
import { networkOptimizers } from './networkRuns.ts'

const rates = new Map(networkOptimizers.map((optimizer) => [optimizer.id, networkRate(optimizer)]))

test('rules that step by the slope get a share of it, with momentum as much less as it gathers', () => {
  expect(rates.get('sgd')).toBe(0.1)
  expect(rates.get('asgd')).toBe(0.1)
  expect(rates.get('momentum-average')).toBe(0.1)
  expect(rates.get('heavy-ball')).toBe(0.01)
  expect(networkRate(customOptimizer('m = beta*m + g\nx = x - lr*m'))).toBe(0.01)
})

test('the others get a stride, and more where they slow down', () => {
  for (const id of ['adam', 'adamw', 'adamax', 'nadam', 'rmsprop', 'rprop', 'lion', 'muon'])
    expect(rates.get(id), id).toBe(0.01)
  expect(rates.get('adagrad')).toBe(0.1)
  expect(networkRate(customOptimizer('x = x - lr*sign(g)'))).toBe(0.01)
})

test('a mere factor stays what PyTorch has', () => {
  expect(rates.get('adadelta')).toBe(1)
  expect(rates.get('lbfgs')).toBe(1)
})

/** They compare slopes of two steps, which only the same points make comparable. */
const ofAllPoints = ['rprop', 'lbfgs']

test.each(networkOptimizers.map(({ id }) => [id]))('%s learns where a circle ends', (optimizer) => {
  const [training] = trainNetwork({
    data: { kind: 'circle', n: 100 },
    layers: [6],
    batch: ofAllPoints.includes(optimizer) ? 'full' : 10,
    epochs: 60,
    seed: 1,
    runs: [{ optimizer, hyper: { lr: rates.get(optimizer) as number } }],
  })
  const { losses } = training as NonNullable<typeof training>
  expect(losses.at(-1)).toBeLessThan(0.5 * (losses[0] as number))
})
