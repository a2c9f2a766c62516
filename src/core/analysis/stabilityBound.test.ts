import { describe, expect, test } from 'vitest'
import type { Experiment, RunSpec } from '../experiment/experiment.ts'
import { type Prepared, prepare, type Run } from '../experiment/prepare.ts'
import type { HyperArgument } from '../hyper.ts'
import { largestCurvature, largestEigenvalue } from '../loss/curvature.ts'
import { readLoss } from '../loss/loss.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { boundOf } from './stabilityBound.ts'

type Hyper = Readonly<Record<string, HyperArgument>>

const steps = 1500

/** Whether the steps of a run on λx²/2 grow without end. */
function grows(optimizer: string, hyper: Hyper, curvature: number): boolean {
  const f = `${curvature / 2}*x^2`
  const runs = [{ optimizer, hyper }]
  const [trace] = runExperiment({ f, start: [1], steps, runs })
  const last = trace?.x.slice(-20) ?? []
  return trace?.f.length !== steps + 1 || Math.max(...last.map(Math.abs)) > 1
}

/** The learning rate where shrinking turns to growing, found by halving. */
function foundBound(optimizer: string, hyper: Hyper, curvature: number): number {
  let [good, bad] = [1e-3 / curvature, 400 / curvature]
  for (let i = 0; i < 24; i++) {
    const lr = Math.sqrt(good * bad)
    if (grows(optimizer, { ...hyper, lr }, curvature)) bad = lr
    else good = lr
  }
  return good
}

/** A catalogue parabola of another curvature would need an entry: its loss is put together here. */
function boundOn(curvature: number, run: RunSpec) {
  const prepared = prepare({ f: `${curvature / 2}*x^2`, runs: [run] })
  const known: Prepared = { ...prepared, loss: { ...prepared.loss, minima: [[0]] } }
  return boundOf(known, known.runs[0] as Run)
}

const forms: readonly (readonly [string, string, Hyper])[] = [
  ['2/λ', 'sgd', {}],
  ['2/λ', 'sgd', { dampening: 0.5 }],
  ['2(1 + μ)/λ', 'sgd', { momentum: 0.5 }],
  ['2(1 + μ)/λ', 'sgd', { momentum: 0.9 }],
  ['2(1 + μ)/((1 − τ)λ)', 'sgd', { momentum: 0.9, dampening: 0.5 }],
  ['2(1 + μ)/((1 − τ)λ)', 'sgd', { momentum: 0.3, dampening: 0.9 }],
  ['2(1 + μ)/((1 − τ)λ)', 'sgd', { momentum: 0.6, dampening: -1 }],
  ['2(1 + μ)/((1 + 2μ)λ)', 'sgd', { momentum: 0.5, nesterov: true }],
  ['2(1 + μ)/((1 + 2μ)λ)', 'sgd', { momentum: 0.9, nesterov: true }],
  ['2(1 + β)/((1 − β)λ)', 'momentum-average', { beta: 0.5 }],
  ['2(1 + β)/((1 − β)λ)', 'momentum-average', { beta: 0.9 }],
  ['2(1 + β)/λ', 'heavy-ball', { beta: 0.4 }],
  ['2(1 + β)/λ', 'heavy-ball', { beta: 0.9 }],
  ['2(1 + β)/((1 + 2β)λ)', 'nesterov', { beta: 0.4 }],
  ['2(1 + β)/((1 + 2β)λ)', 'nesterov', { beta: 0.9 }],
]

describe.each(forms)('%s of %s %o', (law, optimizer, hyper) => {
  test.each([0.3, 2, 17])('is where the steps begin to grow, with λ = %d', (curvature) => {
    const bound = boundOn(curvature, { optimizer, hyper })
    expect(bound).toMatchObject({ law, curvature: expect.closeTo(curvature, 10) })
    const ratio = foundBound(optimizer, hyper, curvature) / (bound?.value as number)
    expect(ratio).toBeCloseTo(1, 2)
    const beside = (times: number) => ({ ...hyper, lr: times * (bound?.value as number) })
    expect(grows(optimizer, beside(0.99), curvature)).toBe(false)
    expect(grows(optimizer, beside(1.01), curvature)).toBe(true)
  })
})

test('weight decay adds to the curvature', () => {
  const hyper = { weight_decay: 0.5, momentum: 0.5 }
  expect(boundOn(2, { optimizer: 'sgd', hyper })?.value).toBeCloseTo(1.2, 12)
  expect(foundBound('sgd', hyper, 2)).toBeCloseTo(1.2, 2)
})

describe('there is no bound', () => {
  const none = (experiment: Experiment) => {
    const prepared = prepare(experiment)
    expect(boundOf(prepared, prepared.runs[0] as Run)).toBeUndefined()
  }
  test.each(['adam', 'rmsprop', 'adagrad', 'newton', 'lbfgs', 'asgd', 'gd-armijo', 'lion'])(
    'for %s',
    (optimizer) => none({ f: 'square', runs: [{ optimizer }] }),
  )
  test('for a rule of one’s own', () =>
    none({ f: 'square', runs: [{ optimizer: 'custom', rule: 'x = x - lr*g' }] }))
  test('uphill', () =>
    none({ f: 'square', runs: [{ optimizer: 'sgd', hyper: { maximize: true } }] }))
  test('while the learning rate is scheduled', () =>
    none({
      f: 'square',
      runs: [{ optimizer: 'sgd', schedule: { kind: 'exponential', gamma: 0.9 } }],
    }))
  test('with a mistake in it', () =>
    none({ f: 'square', runs: [{ optimizer: 'sgd', bugs: ['no-zero-grad'] }] }))
  test('where nothing bends', () => none({ f: 'quartic', runs: [{ optimizer: 'sgd' }] }))
  test('where no minimum is known', () => none({ f: 'x^2', runs: [{ optimizer: 'sgd' }] }))
  test.each([{ momentum: 1 }, { momentum: 0.5, dampening: 1 }, { momentum: 0.5, dampening: 2 }])(
    'for %o, with which nothing comes to rest',
    (hyper) => none({ f: 'square', runs: [{ optimizer: 'sgd', hyper }] }),
  )
})

test('it is the one of the minimum that the run is headed for', () => {
  const experiment = { f: 'narrow', steps: 500, runs: [{ optimizer: 'sgd', hyper: { lr: 0.01 } }] }
  const curvatureFrom = (start: number) => {
    const spec = { ...experiment, start: [start] }
    const prepared = prepare(spec)
    return boundOf(prepared, prepared.runs[0] as Run, runExperiment(spec)[0])?.curvature
  }
  const [deepest = 0, other = 0] = readLoss('narrow').minima.map((at) =>
    largestCurvature(readLoss('narrow'), at),
  )
  expect(deepest).toBeGreaterThan(20)
  expect(other).toBeCloseTo(0.2, 6)
  expect(curvatureFrom(3.1)).toBe(deepest)
  expect(curvatureFrom(-1)).toBe(other)
  const prepared = prepare(experiment)
  expect(boundOf(prepared, prepared.runs[0] as Run)?.curvature).toBe(deepest)
})

describe('the largest curvature in several variables', () => {
  test('of a turned bowl', () => {
    const loss = readLoss('(x + y)^2 + 5*(x - y)^2')
    expect(largestCurvature(loss, [0.3, -2])).toBeCloseTo(20, 12)
  })
  test('of a saddle', () => {
    expect(largestCurvature(readLoss('x^2 - 3*y^2'), [0, 0])).toBeCloseTo(2, 12)
  })
  test('of matrices with known eigenvalues', () => {
    expect(largestEigenvalue([5], 1)).toBe(5)
    expect(largestEigenvalue([2, -1, 0, -1, 2, -1, 0, -1, 2], 3)).toBeCloseTo(2 + Math.SQRT2, 12)
    expect(largestEigenvalue([-4, 1, 1, -4], 2)).toBeCloseTo(-3, 12)
  })
})
