// The borders of theory against runs on both sides of them.
import { describe, expect, test } from 'vitest'
import { runExperiment } from '../runs/runExperiment.ts'
import type { MapExperiment } from './mapExperiment.ts'
import { prepareMap } from './prepareMap.ts'
import { theoryOf } from './theory.ts'

const map: MapExperiment['map'] = {
  x: { of: 'lr', from: 0.001, to: 4 },
  y: { of: 'momentum', from: 0, to: 0.98 },
}
const bowl = (curvature: number, hyper: Record<string, number | boolean>): MapExperiment => ({
  f: `${curvature}*x^2/2`,
  start: [1],
  steps: 4000,
  runs: [{ optimizer: 'sgd', hyper: { lr: 0.1, momentum: 0.5, ...hyper } }],
  map,
})

/** The points of a run on a bowl. */
function pointsOf(experiment: MapExperiment, lr: number, momentum: number): Float64Array {
  const { map: _, ...descent } = experiment
  const [run] = descent.runs ?? []
  const [trace] = runExperiment({
    ...descent,
    runs: [{ optimizer: 'sgd', ...run, hyper: { ...run?.hyper, lr, momentum } }],
  })
  return trace?.x as Float64Array
}

describe.each([
  ['heavy ball', {}],
  ['Nesterov', { nesterov: true }],
  ['with weight decay', { weight_decay: 0.5 }],
])('%s', (_, hyper) => {
  test.each([0.7, 3])(
    'runs differ on both sides of each border, with curvature %s',
    (curvature) => {
      const experiment = bowl(curvature, hyper)
      const [swings, diverges] = theoryOf(prepareMap(experiment))
      for (const k of [10, 60, 120, 190]) {
        const [rate = 0, momentum = 0] = swings?.points[k] ?? []
        const crosses = (lr: number) => pointsOf(experiment, lr, momentum).some((x) => x < -1e-200)
        expect([crosses(rate * 0.97), crosses(rate * 1.03)], `swings ${momentum}`).toEqual([
          false,
          true,
        ])
        const [most = 0] = diverges?.points[k] ?? []
        const grows = (lr: number) => Math.abs(pointsOf(experiment, lr, momentum).at(-1) ?? 0) > 1
        expect([grows(most * 0.98), grows(most * 1.02)], `diverges ${momentum}`).toEqual([
          false,
          true,
        ])
      }
    },
  )
})

test('the border of two variables is that of the larger curvature', () => {
  const two = { ...bowl(1, {}), f: 'x^2/2 + 5*y^2', start: [1, 1] }
  const [, diverges] = theoryOf(prepareMap(two))
  const [rate, momentum = 0] = diverges?.points[100] ?? []
  expect(rate).toBeCloseTo((2 + 2 * momentum) / 10, 12)
})

test.each([
  ['another optimizer', { ...bowl(1, {}), runs: [{ optimizer: 'adam' }], map: {} }],
  ['another function', { ...bowl(1, {}), f: 'x^4' }],
  ['a function that bends alike almost everywhere', { ...bowl(1, {}), f: 'abs(x)' }],
  ['noise', { ...bowl(1, {}), noise: 0.1 }],
  ['dampening', bowl(1, { dampening: 0.5 })],
  ['another quantity', { ...bowl(1, {}), map: { ...map, y: { of: 'weight_decay' } } }],
])('theory says nothing of %s', (_, experiment) => {
  expect(theoryOf(prepareMap(experiment))).toEqual([])
})
