import { describe, expect, test } from 'vitest'
import type { Experiment, RunSpec } from '../experiment/experiment.ts'
import { prepare, type Run } from '../experiment/prepare.ts'
import type { Trace } from '../index.ts'
import { limits } from '../limits.ts'
import { exact } from '../number.ts'
import { optimizers } from '../optimizers/index.ts'
import { normal } from '../random.ts'
import { sourceOf } from '../rules/source.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { numberOf } from './recorded.ts'
import torch from './torch/noise.torch.json'

const first = (experiment: Experiment) => runExperiment(experiment)[0] as Trace
const bowl = 'x^2 + x*y/2 + cos(y) + y^4/40'
const noisy = { f: bowl, start: [1.5, -2], steps: 20, noise: 0.5, seed: 3 }
const ofAll = optimizers.map(({ id }): [string, RunSpec] => [
  id,
  { optimizer: id, hyper: { lr: 0.1 } },
])

describe('without noise', () => {
  test.each(ofAll)('%s runs to the last bit as if nobody had heard of it', (_, run) => {
    const { noise: __, seed: ___, ...rest } = noisy
    const plain = first({ ...rest, runs: [run] })
    expect(first({ ...rest, runs: [run], noise: 0, seed: 3 })).toEqual(plain)
    expect(plain.noise).toBeUndefined()
  })
})

describe('the draws', () => {
  const { noise = [], x, grad } = first({ ...noisy, runs: [{ optimizer: 'sgd' }] })

  test('are the deviation times those of the seed, the step and the coordinate', () => {
    expect(noise).toHaveLength(x.length)
    noise.forEach((value, at) => {
      expect(value).toBe(0.5 * normal(3, Math.floor(at / 2), at % 2))
    })
  })

  test('are no part of the recorded slope', () => {
    for (let k = 0; k <= noisy.steps; k++)
      expect(grad[2 * k]).toBeCloseTo(2 * (x[2 * k] as number) + (x[2 * k + 1] as number) / 2, 12)
  })

  test('are the same for all runs of a race', () => {
    const runs = ofAll.map(([, run]) => run)
    for (let at = 0; at < runs.length; at += limits.racers.most) {
      const race = { ...noisy, runs: runs.slice(at, at + limits.racers.most) }
      for (const { noise: other } of runExperiment(race))
        expect(other).toEqual((noise as Float64Array).slice(0, other?.length))
    }
  })

  test('are others with another seed', () => {
    expect(first({ ...noisy, seed: 4 }).noise).not.toEqual(noise)
  })
})

describe('what a noisy step does', () => {
  test('on a slope that is the same everywhere the path is a sum of the draws', () => {
    const { x } = first({
      f: '2*x',
      start: [1],
      steps: 30,
      noise: 0.7,
      seed: 11,
      runs: [{ optimizer: 'sgd', hyper: { lr: 0.1 } }],
    })
    let expected = 1
    for (let k = 0; k < 30; k++) {
      expected -= 0.1 * (2 + 0.7 * normal(11, k, 0))
      expect(x[k + 1]).toBeCloseTo(expected, 12)
    }
  })

  /** Those that need no values of the loss: for them noise tilts the loss. */
  const tilted = ['sgd', 'adam', 'rprop', 'lion', 'newton', 'nesterov', 'heavy-ball', 'lbfgs']
  test.each(tilted)('%s: the first step is that on a loss with a tilt', (optimizer) => {
    const runs = [{ optimizer, hyper: { lr: 0.1 } }]
    const tilt = ['x', 'y'].map((v, i) => `${exact(0.5 * normal(3, 0, i))}*${v}`).join(' + ')
    const { x } = first({ ...noisy, steps: 1, runs })
    const { x: expected } = first({ ...noisy, f: `${bowl} + ${tilt}`, noise: 0, steps: 1, runs })
    expect([...x.slice(2)]).toEqual([
      expect.closeTo(expected[2] as number, 9),
      expect.closeTo(expected[3] as number, 9),
    ])
  })

  test('a search that meets Armijo’s condition with the noisy slope keeps f from rising', () => {
    const { f } = first({ ...noisy, noise: 2, runs: [{ optimizer: 'gd-armijo' }] })
    for (let k = 0; k < noisy.steps; k++) expect(f[k + 1]).toBeLessThanOrEqual(f[k] as number)
  })

  test('the bug of gradients that are not cleared adds up the noise, too', () => {
    const run = { optimizer: 'sgd', hyper: { lr: 0.1 }, bugs: ['no-zero-grad'] }
    const { x, noise } = first({ ...noisy, f: '0*x + y', start: [0, 0], runs: [run] })
    let [sum, at] = [0, 0]
    for (let k = 0; k < noisy.steps; k++) {
      sum += noise?.[2 * k] as number
      at -= 0.1 * sum
      expect(x[2 * (k + 1)]).toBeCloseTo(at, 12)
    }
  })

  test('a stale closure answers with the noisy slope of where the step began', () => {
    const run = { optimizer: 'lbfgs', hyper: { lr: 0.1, max_iter: 4 }, bugs: ['stale-closure'] }
    const { x, noise } = first({ ...noisy, f: 'x', start: [0], steps: 1, runs: [run] })
    const g = 1 + (noise?.[0] as number)
    // The first iteration is shortened to at most 1; the others go on along the same slope.
    expect(x[1]).toBeCloseTo(-0.1 * g * (Math.min(1, 1 / Math.abs(g)) + 3), 12)
  })
})

describe('noisy runs agree with PyTorch’s own numbers to 1e-12', () => {
  const { experiment, runs } = torch
  test.each(
    runs.map(({ x, drift, ...run }) => [JSON.stringify(run), run as RunSpec, x, drift] as const),
  )('%s', (_, run, expected, drift) => {
    const { x } = first({ ...experiment, runs: [run] })
    expect(x).toHaveLength(expected.flat().length)
    const apart = expected.flat().map((v, i) => Math.abs((x[i] as number) - v) / (1 + Math.abs(v)))
    expect(Math.max(...apart)).toBeLessThanOrEqual(Math.max(1e-12, 100 * drift))
  })
})

describe('branches', () => {
  test.each(ofAll)('%s: one that changes nothing goes on as the whole run would', (_, run) => {
    const [whole, branch] = runExperiment({
      ...noisy,
      runs: [run, { ...run, from: { run: 0, step: 7 } }],
    }) as [Trace, Trace]
    expect(branch.x).toEqual(whole.x)
    expect(branch.noise).toEqual(whole.noise)
  })
})

test('prev(g) is the slope that the step before saw, noise included', () => {
  const runs = [{ optimizer: 'custom', rule: 'c = g - prev(g)\nx = x - lr*g', hyper: { lr: 0.1 } }]
  const experiment = { ...noisy, runs }
  const trace = first(experiment)
  const run = prepare(experiment).runs[0] as Run
  const seen = (k: number, i: number) =>
    (trace.grad[2 * k + i] as number) + (trace.noise?.[2 * k + i] as number)
  for (let k = 1; k < noisy.steps; k++) {
    for (const i of [0, 1]) {
      expect(trace.quantities.c?.[2 * k + i]).toBe(seen(k, i) - seen(k - 1, i))
      expect(numberOf(sourceOf('prev(g)', run.rule, 0), trace, run, k, i)).toBe(seen(k - 1, i))
    }
  }
})
