import { describe, expect, test } from 'vitest'
import type { Experiment } from '../core/experiment/experiment.ts'
import { prepare } from '../core/experiment/prepare.ts'
import { readLoss } from '../core/loss/loss.ts'
import { minimaOn } from '../core/loss/minimaOnInterval.ts'
import { runExperiment } from '../core/runs/runExperiment.ts'
import { canScale } from '../labs/curve/can.ts'
import { lossPath } from './charts/lossPath.ts'
import { curvePath } from './curvePath.ts'
import { fitWindow } from './fitWindow.ts'
import { viewOf, whole } from './view.ts'

const windowOf = (experiment: Experiment) =>
  fitWindow(prepare(experiment), runExperiment(experiment))
const margins = { top: 10, right: 10, bottom: 10, left: 10 }
const size = { width: 420, height: 320, text: 13 }

describe('the window of a run', () => {
  test('is the function’s own domain while the path stays inside', () => {
    expect(windowOf({ f: 'tanhsin' }).x).toEqual([-10, 10])
  })

  test('widens by doublings, so that it does not jitter', () => {
    expect(windowOf({ f: 'square', start: [5] }).x).toEqual([-4, 8])
    expect(windowOf({ f: 'square', start: [7.9] }).x).toEqual([-4, 8])
  })

  test.each([
    ['square', 3, 50],
    ['square', 1.2, 20],
    ['x^2', 1.1, 50],
    ['x^3', 1, 50],
    ['-x^2', 0.5, 12],
  ])('keeps the landscape in sight whoever runs away: %s, η = %d, %d steps', (f, lr, steps) => {
    const experiment = { f, steps, runs: [{ optimizer: 'sgd', hyper: { lr } }] }
    const [from, to] = prepare(experiment).loss.entry?.domain[0] ?? [-10, 10]
    const { x, y } = windowOf(experiment)
    expect(x[0]).toBeGreaterThanOrEqual(2 * from)
    expect(x[1]).toBeLessThanOrEqual(2 * to)
    expect(y.every(Number.isFinite)).toBe(true)
  })

  test('holds a way out and back, but not a long one', () => {
    const start = [3]
    const across = (lr: number) =>
      windowOf({ f: 'square', start, steps: 60, runs: [{ optimizer: 'adam', hyper: { lr } }] }).x
    expect(across(12)[0]).toBe(-16)
    expect(across(400)[0]).toBe(-16)
  })

  test('of all is one that holds every point', () => {
    const region = { x: [-4, 4], y: [0, 16] } as const
    const path = { x: Float64Array.of(2, -9, 1e6), y: Float64Array.of(4, NaN, 1e12) }
    const { x, y } = whole(viewOf(size, region, margins), [path])
    expect(x[0]).toBeLessThan(-9)
    expect(x[1]).toBeGreaterThan(1e6)
    expect([y[0] < 0, y[1] > 1e12]).toEqual([true, true])
    const far = { x: Float64Array.of(-1.7e308, 1.7e308), y: Float64Array.of(0, Infinity) }
    for (const [from, to] of Object.values(whole(viewOf(size, region, margins), [far])))
      expect(Number.isFinite(to - from) && from < to).toBe(true)
  })

  test.each([
    ['x^2', 1000, { optimizer: 'sgd', hyper: { lr: 0.1 } }],
    ['square', 400, { optimizer: 'sgd', hyper: { lr: 0.1 } }],
    ['x^2/20', 8000, { optimizer: 'adam', hyper: { lr: 2 } }],
    ['x^2', 1e150, { optimizer: 'sgd', hyper: { lr: 0.1 } }],
    ['square', 400, { optimizer: 'sgd', hyper: { lr: 3 } }],
  ])('holds the start and what does not diverge: %s from %d', (f, start, run) => {
    const { x, y } = windowOf({ f, start: [start], runs: [run] })
    expect(x[1]).toBeGreaterThanOrEqual(start)
    expect(y[1]).toBeGreaterThanOrEqual(start ** 2 / 20)
  })

  test.each([
    ['x^2', 1e154],
    ['x', 1e308],
    ['-x', -1.7e308],
    ['log(x)', 1e-308],
  ])('has a finite size: %s from %d', (f, start) => {
    for (const [from, to] of Object.values(windowOf({ f, start: [start] })))
      expect(Number.isFinite(to - from) && to > from).toBe(true)
  })

  test('leaves out the tips of poles', () => {
    const { y } = windowOf({ f: '1/x', start: [2] })
    expect(y[1]).toBeLessThan(100)
  })

  test('has a height even where the function is flat', () => {
    const { y } = windowOf({ f: '3' })
    expect(y[0]).toBeLessThan(y[1])
  })
})

describe('a curve', () => {
  const path = (f: (x: number) => number, y: readonly [number, number] = [-2, 2]) =>
    curvePath(f, viewOf(size, { x: [-2, 2], y }, margins))

  test('has a point in each pixel column', () => {
    expect(path((x) => x).match(/[ML]/g)).toHaveLength(401)
  })

  test('is broken where the function is undefined and where it jumps off the picture', () => {
    expect(path(Math.sqrt).match(/M/g)).toHaveLength(1)
    expect(path(Math.sqrt).match(/[ML]/g)?.length).toBeLessThan(205)
    expect(path((x) => 1 / x).match(/M/g)).toHaveLength(2)
  })
})

describe('minima', () => {
  const minima = (f: string, from: number, to: number) => minimaOn(readLoss(f), [from, to])

  test('are the catalogue’s, and those found', () => {
    expect(minima('tanhsin', -10, 10).filter((m) => m.deepest)).toEqual([
      { x: expect.closeTo(-1.28046, 4), f: expect.closeTo(-0.66147, 4), deepest: true },
    ])
    expect(minima('ripples', -3.4, 3.4)).toHaveLength(7)
  })

  test('of a typed function are found to the last digits', () => {
    expect(minima('(x - 1.2345)^2', -5, 5)).toEqual([
      { x: expect.closeTo(1.2345, 12), f: expect.closeTo(0, 12), deepest: true },
    ])
  })

  test('at a kink are found, poles and maxima are not', () => {
    expect(minima('abs(x - 1)', -5, 5)).toEqual([
      { x: expect.closeTo(1, 9), f: expect.closeTo(0, 9), deepest: true },
    ])
    expect(minima('-1/x', -5, 5)).toEqual([])
    expect(minima('tan(x)', -5, 5)).toEqual([])
    expect(minima('-x^2', -5, 5)).toEqual([])
  })

  test('out of view are not shown, but still count as deeper', () => {
    expect(minima('tanhsin', 2, 6)).toEqual([
      { x: expect.closeTo(3.98, 1), f: expect.closeTo(0.16, 1), deepest: false },
    ])
  })
})

test('the path of a loss has at most two points a pixel column', () => {
  const values = Float64Array.from({ length: 100_000 }, (_, k) => Math.sin(k))
  const { x, y } = viewOf(size, { x: [0, 100_000], y: [-1, 1] }, margins)
  expect(lossPath(values, { x, y }).match(/[ML]/g)?.length).toBeLessThan(2 * 2 * 400)
})

test('the path of a loss leaves out what is not finite', () => {
  const { x, y } = viewOf(size, { x: [0, 3], y: [0, 1] }, margins)
  expect(lossPath(Float64Array.of(1, NaN, Infinity, 0), { x, y })).toBe('M10.0,10.0L410.0,310.0')
})

test('every can of a path that could be held fits the picture', () => {
  const radii = [1.5, 5.6, 4.9, 3.745, 400, -3, NaN]
  const scale = canScale(radii, 330, { width: 150, height: 200, text: 13 })
  expect(2 * 5.6 * scale).toBeLessThanOrEqual(150)
  expect((330 / (Math.PI * 1.5 ** 2)) * scale).toBeLessThanOrEqual(200)
})
