import { describe, expect, test } from 'vitest'
import type { Experiment } from '../../core/experiment/experiment.ts'
import { prepare } from '../../core/experiment/prepare.ts'
import { runExperiment } from '../../core/runs/runExperiment.ts'
import { pathFromAbove } from '../paths/plotPath.ts'
import { evenScaled, fitPlane } from './fitPlane.ts'

const margins = { top: 10, right: 70, bottom: 26, left: 60 }

function fitted(experiment: Experiment) {
  const traces = runExperiment(experiment)
  return fitPlane(prepare(experiment), traces.map(pathFromAbove))
}

describe('the plane of some runs', () => {
  test('is the domain of the function where they stay inside', () => {
    const experiment = {
      f: 'himmelblau',
      steps: 30,
      runs: [{ optimizer: 'sgd', hyper: { lr: 0.01 } }],
    }
    const [x, y] = prepare(experiment).loss.entry?.domain ?? []
    expect(fitted(experiment)).toEqual({ x, y })
  })

  test('is doubled until it holds every point', () => {
    const runs = [{ optimizer: 'sgd', hyper: { lr: 0.01 } }]
    const { x, y } = fitted({ f: 'x^2 + y^2', start: [17, -3], steps: 5, runs })
    expect(x).toEqual([-20, 20])
    expect(y).toEqual([-20, 20])
  })

  test.each([30, 200])('follows what goes away only a little way: in %d steps', (steps) => {
    const runs = [1.5, 0.1].map((lr) => ({ optimizer: 'sgd', hyper: { lr } }))
    const { x } = fitted({ f: 'x^2 + y^2', start: [1, 1], steps, runs })
    expect(x).toEqual([-10, 10])
  })
})

test('what is asked for is seen, and of what is not, the middle', () => {
  const prepared = prepare({ f: 'booth' })
  const [, y = [Number.NaN, Number.NaN]] = prepared.loss.entry?.domain ?? []
  const middle = (y[0] + y[1]) / 2
  expect(fitPlane(prepared, [], [[2, 3]])).toEqual({ x: [2, 3], y: [middle, middle] })
  const both = [
    [2, 3],
    [-1, 7],
  ] as const
  expect(fitPlane(prepared, [], both)).toEqual({ x: both[0], y: both[1] })
  const size = { width: 640, height: 236 }
  expect(evenScaled(fitPlane(prepared, [], [[2, 3]]), size, margins).x).toEqual([2, 3])
})

test.each([
  [900, 300],
  [300, 500],
  [360, 240],
])('a unit is as long across as it is up, on %d by %d pixels', (width, height) => {
  const region = { x: [-2, 2], y: [-1, 3] } as const
  const { x, y } = evenScaled(region, { width, height }, margins)
  const across = (width - margins.left - margins.right) / (x[1] - x[0])
  const up = (height - margins.top - margins.bottom) / (y[1] - y[0])
  expect(across).toBeCloseTo(up, 10)
  expect(x[0]).toBeLessThanOrEqual(-2)
  expect(y[1]).toBeGreaterThanOrEqual(3)
  expect(Math.min((x[1] - x[0]) / 4, (y[1] - y[0]) / 4)).toBeCloseTo(1, 10)
})
