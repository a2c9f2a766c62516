import { describe, expect, test } from 'vitest'
import { readLoss } from '../loss/loss.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { lineAt, sliceOf } from './slice.ts'

const banana = '(1 - x)^2 + 100*(y - x^2)^2'
const downFrom = (f: string, at: readonly number[], gradient: readonly number[], lr: number) =>
  sliceOf(readLoss(f), { at, direction: gradient.map((g) => -g), lr })

describe('on a bowl', () => {
  // At (3, 1): g = (6, 20), |g|² = 436, gᵀHg = 2·36 + 20·400 = 8072.
  const slice = downFrom('x^2 + 10*y^2', [3, 1], [6, 20], 0.02)
  const best = 436 / 8072

  test('slope and curvature are −|g|² and gᵀHg', () => {
    expect(slice.f).toBe(19)
    expect(slice.slope).toBe(-436)
    expect(slice.curvature).toBe(8072)
  })
  test('the quadratic model is the slice itself, and both are lowest at |g|²/(gᵀHg)', () => {
    slice.etas.forEach((eta, i) => {
      expect(slice.values[i]).toBeCloseTo(slice.quadratic(eta), 10)
    })
    expect(slice.best?.eta).toBeCloseTo(best, 14)
    expect(slice.quadraticBest?.eta).toBeCloseTo(best, 14)
    expect(slice.best?.f).toBeCloseTo(19 - 436 ** 2 / (2 * 8072), 12)
  })
  test('the linear model falls by η|g|²', () => {
    expect(slice.linear(0.1)).toBeCloseTo(19 - 43.6, 12)
  })
  test('the present step is where the learning rate leads', () => {
    expect(slice.present).toEqual({ eta: 0.02, f: expect.closeTo(2.88 ** 2 + 10 * 0.6 ** 2, 12) })
  })
  test('the picture holds all marks', () => {
    expect(slice.reach).toBeCloseTo(1.3 * best, 12)
    expect(slice.etas[0]).toBe(0)
    expect(slice.etas.at(-1)).toBe(slice.reach)
  })
})

test('in the banana valley the best η is a minimum: central differences rise to both sides', () => {
  const slice = downFrom(banana, [-1.5, 2], [-155, -50], 1e-3)
  const eta = slice.best?.eta as number
  expect(eta).toBeGreaterThan(0)
  const h = eta * 1e-4
  expect(slice.value(eta - h)).toBeGreaterThan(slice.value(eta))
  expect(slice.value(eta + h)).toBeGreaterThan(slice.value(eta))
  expect((slice.value(h) - slice.value(-h)) / (2 * h)).toBeCloseTo(slice.slope, -1)
})

test('of several minima it is the first one', () => {
  // The slope −3·cos(3x) + 0.1 is 0 at arccos(0.1/3)/3, and again and again beyond.
  const slice = sliceOf(readLoss('-sin(3*x) + 0.1*x'), { at: [0], direction: [1], lr: 0.1 })
  expect(slice.best?.eta).toBeCloseTo(Math.acos(0.1 / 3) / 3, 12)
})

describe('there is no best step', () => {
  test('where the loss falls for ever', () => {
    const slice = downFrom('x + y', [0, 0], [1, 1], 0.1)
    expect(slice.best).toBeUndefined()
    expect(slice.quadraticBest).toBeUndefined()
    expect(slice.reach).toBeCloseTo(0.13, 12)
  })
  test('where the gradient is 0', () => {
    expect(downFrom('x^2 - y^2', [0, 0], [0, 0], 0.1).best).toBeUndefined()
  })
  test('uphill', () => {
    const slice = sliceOf(readLoss('x^2'), { at: [1], direction: [1], lr: 0.1 })
    expect(slice.slope).toBe(2)
    expect(slice.best).toBeUndefined()
    expect(slice.quadraticBest).toBeUndefined()
  })
  test('along a saddle’s ridge the quadratic model has none either', () => {
    const slice = downFrom('x^2 - y^2', [0, 1], [0, -2], 0.1)
    expect(slice.curvature).toBe(-8)
    expect(slice.quadraticBest).toBeUndefined()
  })
})

test('where the domain ends just behind the minimum it is found all the same', () => {
  // −log(1 − x) − 100x has its minimum at 0.99 and ends at 1.
  const slice = sliceOf(readLoss('-log(1 - x) - 100*x'), { at: [0], direction: [1], lr: 0.1 })
  expect(slice.best?.eta).toBeCloseTo(0.99, 12)
})

test('a learning rate that is absurd does not take the room of the others', () => {
  const slice = downFrom('x^2 + 10*y^2', [3, 1], [6, 20], 1e6)
  expect(slice.reach).toBeCloseTo((1.3 * 436) / 8072, 12)
})

test('along the step of any optimizer, η = lr is the step that was taken', () => {
  const runs = [{ optimizer: 'adam', hyper: { lr: 0.3 } }]
  const [trace] = runExperiment({ f: banana, start: [-1.5, 2], steps: 5, runs })
  if (!trace) throw new Error('no such run')
  const loss = readLoss(banana)
  expect(sliceOf(loss, lineAt(trace, 3, 'step')).present.f).toBeCloseTo(trace.f[4] as number, 9)
  const { slope } = sliceOf(loss, lineAt(trace, 3))
  const [x = 0, y = 0] = trace.grad.subarray(6, 8)
  expect(slope).toBeCloseTo(-(x * x + y * y), 6)
})
