import { describe, expect, test } from 'vitest'
import type { Experiment } from '../experiment/experiment.ts'
import { prepare } from '../experiment/prepare.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { sharpnessOf } from './sharpness.ts'

const bowl = '(x + y)^2 + 5*(x - y)^2'
const banana = '(1 - x)^2 + 100*(y - x^2)^2'

/** The sharpness of the last run. */
function sharpnessIn(experiment: Experiment) {
  const prepared = prepare(experiment)
  const i = prepared.runs.length - 1
  const [run, trace] = [prepared.runs[i], runExperiment(experiment)[i]]
  if (!run || !trace) throw new Error('no such run')
  return { ...sharpnessOf(prepared, run, trace), trace }
}

const sgd = (hyper: Readonly<Record<string, number | boolean>>) => ({ optimizer: 'sgd', hyper })

test('it is the same everywhere on a bowl, and 2/η is the limit', () => {
  const runs = [sgd({ lr: 0.05 })]
  const { sharpness, limit, law, steps } = sharpnessIn({ f: bowl, steps: 7, runs })
  expect([...steps]).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  for (const value of sharpness) expect(value).toBeCloseTo(20, 12)
  for (const value of limit.subarray(0, -1)) expect(value).toBeCloseTo(40, 12)
  expect(limit.at(-1)).toBeNaN()
  expect(law).toBe('2/η')
})

test('at the minimum of the banana valley it is the larger root of λ² − 1002λ + 400', () => {
  const runs = [sgd({ lr: 1e-3 })]
  const { sharpness } = sharpnessIn({ f: banana, start: [1, 1], steps: 3, runs })
  for (const value of sharpness) expect(value).toBeCloseTo(501 + Math.sqrt(501 ** 2 - 400), 9)
})

test('of one variable it is the second derivative, of three the largest eigenvalue', () => {
  const one = sharpnessIn({ f: 'x^4', start: [2], steps: 0 })
  expect([...one.sharpness]).toEqual([48])
  const three = sharpnessIn({ f: 'x^2 - x*y + y^2 - y*z + z^2', start: [1, 2, 3], steps: 0 })
  expect(three.sharpness[0]).toBeCloseTo(2 + Math.SQRT2, 12)
})

describe('the limit', () => {
  test('of momentum is that of its law', () => {
    const runs = [sgd({ lr: 0.1, momentum: 0.5, nesterov: true })]
    const { limit, law } = sharpnessIn({ f: bowl, steps: 2, runs })
    expect(limit[0]).toBeCloseTo(15, 12)
    expect(law).toBe('2(1 + μ)/((1 + 2μ)η)')
  })
  test('is what tells a run that grows from one that shrinks', () => {
    const look = (lr: number) => {
      const runs = [sgd({ lr })]
      const { sharpness, limit, trace } = sharpnessIn({ f: bowl, start: [1, 0.3], steps: 99, runs })
      const [middle, end] = [trace.f[50] as number, trace.f[99] as number]
      return [(sharpness[0] as number) > (limit[0] as number), end > middle]
    }
    expect(look(0.099)).toEqual([false, false])
    expect(look(0.101)).toEqual([true, true])
  })
  test('follows the learning rate of each step', () => {
    const schedule = { kind: 'exponential', gamma: 0.5 }
    const runs = [{ ...sgd({ lr: 0.2 }), schedule }]
    const { limit } = sharpnessIn({ f: bowl, steps: 3, runs })
    expect([...limit.subarray(0, 3)]).toEqual([10, 20, 40].map((v) => expect.closeTo(v, 10)))
  })
  test('follows a momentum that is cycled', () => {
    const schedule = { kind: 'cyclic', base_lr: 0.01, max_lr: 0.04, step_size_up: 2 }
    const runs = [{ ...sgd({ lr: 0.04, momentum: 0.9 }), schedule }]
    const { limit, trace } = sharpnessIn({ f: bowl, steps: 4, runs })
    const momentum = trace.quantities.momentum as Float64Array
    expect(momentum[0]).not.toBeCloseTo(momentum[4] as number, 3)
    trace.lr.forEach((lr, k) => {
      expect(limit[k]).toBeCloseTo((2 * (1 + (momentum[2 * k] as number))) / lr, 9)
    })
  })
  test('of a branch is its own from where it begins', () => {
    const runs = [sgd({ lr: 0.05 }), { ...sgd({ lr: 0.02 }), from: { run: 0, step: 2 } }]
    const { limit } = sharpnessIn({ f: bowl, steps: 4, runs })
    expect([...limit.subarray(0, 4)]).toEqual([40, 40, 100, 100].map((v) => expect.closeTo(v, 10)))
  })
  test.each([
    { optimizer: 'adam' },
    { optimizer: 'newton' },
    sgd({ lr: 0.1, maximize: true }),
    { ...sgd({ lr: 0.1, momentum: 0.5 }), bugs: ['no-zero-grad'] },
  ])('is not known for %o', (run) => {
    const { limit, law } = sharpnessIn({ f: bowl, steps: 3, runs: [run] })
    expect([...limit].every(Number.isNaN)).toBe(true)
    expect(law).toBeUndefined()
  })
})

test('weight decay adds to the curvature', () => {
  const runs = [sgd({ lr: 0.05, weight_decay: 0.5 })]
  expect(sharpnessIn({ f: bowl, steps: 1, runs }).sharpness[1]).toBeCloseTo(20.5, 12)
})

test('of a long run it looks at evenly many points, and at both sides of what goes to and fro', () => {
  const runs = [sgd({ lr: 1 })]
  // With η = 1 from x to −x and back, for ever; the curvature along y tells the two apart.
  const f = 'x^2 + (4 + x)*y^2'
  const { steps, sharpness } = sharpnessIn({ f, start: [1, 0], steps: 100_000, runs })
  expect(steps.length).toBeLessThanOrEqual(20_002)
  expect(steps[0]).toBe(0)
  expect(steps.at(-1)).toBe(100_000)
  expect([...sharpness.subarray(0, 4)]).toEqual([10, 6, 10, 6])
})
