import { describe, expect, test } from 'vitest'
import type { NetworkExperiment } from '../experiment/networkExperiment.ts'
import { networkOptimizers } from '../experiment/networkRuns.ts'
import reference from '../networks/networks.torch.json' with { type: 'json' }
import { type Training, trainNetwork } from './trainNetwork.ts'

const trained = (experiment: NetworkExperiment): Training => trainNetwork(experiment)[0] as Training

test.each(reference.runs)(
  '$layers $activation $loss by $optimizer: PyTorch’s curve',
  (run) => {
    const { activation, loss, batch, seed, optimizer, hyper, layers, inputs, epochs } = run
    const training = trained({
      data: { kind: 'points', inputs, targets: run.targets.map((row) => [row].flat()) },
      split: 1,
      layers: layers.slice(1, -1),
      init: 'lcg',
      shuffle: false,
      epochs,
      runs: [{ optimizer, hyper }],
      ...{ activation, loss, batch, seed },
    })
    const tolerance = layers.includes(256) ? 1e-5 : 1e-9
    expect(training.losses).toHaveLength(epochs + 1)
    training.losses.forEach((value, k) => {
      const wanted = run.losses[k] as number
      const apart = Math.abs(value - wanted) / wanted
      expect(apart, `epoch ${k}`).toBeLessThan(tolerance)
    })
    training.firstGradient.forEach((slopes, i) => {
      const size = slopes.reduce((sum, slope) => sum + Math.abs(slope), 0)
      const wanted = run.first_gradient_l1_by_parameter[i] as number
      expect(Math.abs(size - wanted) / wanted).toBeLessThan(layers.includes(256) ? 2e-5 : 1e-6)
    })
  },
  60_000,
)

const small: NetworkExperiment = {
  data: { kind: 'moons', n: 60, seed: 2 },
  layers: [6, 5],
  activation: ['tanh', 'relu'],
  batch: 16,
  epochs: 12,
  seed: 4,
  runs: [{ optimizer: 'adam', hyper: { lr: 0.02 } }],
}

describe('a training', () => {
  test('has the shapes of the contract', () => {
    const { losses, validation, accuracy, parameters, firstGradient, outcome } = trained(small)
    expect([losses, validation, accuracy].map(({ length }) => length)).toEqual([13, 13, 13])
    const sizes = [12, 6, 30, 5, 10, 2]
    expect(parameters.map(({ length }) => length)).toEqual(sizes)
    expect(firstGradient.map(({ length }) => length)).toEqual(sizes)
    expect(outcome).toMatchObject({ kind: 'trained', step: 36 })
    expect(outcome.message).toMatch(/^Trained for 12 epochs: the loss is 0\.\d+$/)
    expect(losses[12]).toBeLessThan(losses[0] as number)
  })

  test('of points that are too large says so: no learning rate has done anything yet', () => {
    const data = { kind: 'points', inputs: [[1e300], [2]], targets: [[1], [1e300]] } as const
    const { outcome } = trained({ data, split: 1, layers: [4], runs: [{ optimizer: 'sgd' }] })
    expect(outcome).toMatchObject({ kind: 'diverged', step: 0 })
    expect(outcome.message).toMatch(/^Before the first step .*: take smaller points/)
    expect(outcome.message).not.toContain('learning rate')
  })

  test('is the same for the same seed, to the bit, and another for another', () => {
    const experiment = { ...small, dropout: 0.3 }
    expect(trained(experiment)).toEqual(trained(experiment))
    expect(trained({ ...experiment, seed: 5 }).losses).not.toEqual(trained(experiment).losses)
  })

  test('begins alike for all runs of a race, and meets the same batches', () => {
    const run = { optimizer: 'sgd', hyper: { lr: 0.1 } }
    const [first, second, other] = trainNetwork({
      ...small,
      runs: [run, run, { optimizer: 'adam' }],
    })
    expect(second).toEqual({ ...first, label: 'SGD 2' })
    expect(other?.firstGradient).toEqual(first?.firstGradient)
  })

  test('with batches in order differs from a shuffled one; of all points the order does not matter', () => {
    expect(trained({ ...small, shuffle: false }).losses).not.toEqual(trained(small).losses)
    const full = { ...small, batch: 'full' as const }
    expect(trained({ ...full, shuffle: false })).toEqual(trained(full))
  })

  test('over all points measures the loss that is measured otherwise too', () => {
    const full = { ...small, split: 1, batch: 'full' as const }
    const { losses, accuracy } = trained(full)
    const tiny = trained({ ...full, dropout: 1e-12 })
    losses.forEach((loss, k) => {
      expect(loss).toBeCloseTo(tiny.losses[k] as number, 5)
    })
    expect(accuracy).toEqual(tiny.accuracy)
  })

  test('from zeros keeps the units of a layer equal: the symmetry trap', () => {
    const { parameters } = trained({ ...small, init: 'zeros', activation: 'sigmoid' })
    const [weight, , second] = parameters as [Float32Array, Float32Array, Float32Array]
    for (let unit = 1; unit < 6; unit++)
      expect(weight.slice(2 * unit, 2 * unit + 2)).toEqual(weight.slice(0, 2))
    for (let unit = 1; unit < 5; unit++)
      expect(second.slice(6 * unit, 6 * unit + 6)).toEqual(second.slice(0, 6))
  })

  test('that is too fast stops, and says where and what to do', () => {
    const { losses, outcome } = trained({
      data: { kind: 'sine', n: 40 },
      activation: 'relu',
      runs: [{ optimizer: 'sgd', hyper: { lr: 50 } }],
    })
    expect(outcome.kind).toBe('diverged')
    expect(outcome.message).toMatch(
      /^After \d+ steps? .*(layer|loss).*smaller learning rate than 50, such as 5$/,
    )
    expect(losses.length).toBeLessThan(101)
    expect(losses.every(Number.isFinite)).toBe(true)
  })

  test('without epochs measures how it begins', () => {
    const { losses, outcome } = trained({ ...small, epochs: 0 })
    expect([losses.length, outcome.kind, outcome.step]).toEqual([1, 'trained', 0])
  })

  test('by L-BFGS goes far in few steps', () => {
    const { losses } = trained({
      ...small,
      batch: 'full',
      epochs: 8,
      runs: [{ optimizer: 'lbfgs', hyper: { lr: 1, line_search_fn: 'strong_wolfe' } }],
    })
    expect(losses[8]).toBeLessThan(0.1 * (losses[0] as number))
  })
})

test.each(networkOptimizers.filter(({ method }) => !method))('$id trains', ({ id }) => {
  const { losses, outcome } = trained({
    ...small,
    epochs: 30,
    runs: [{ optimizer: id, hyper: { lr: id === 'adadelta' ? 1 : 0.01 } }],
  })
  expect(outcome.kind).toBe('trained')
  expect(losses.at(-1)).toBeLessThan(losses[0] as number)
})
