import { describe, expect, test } from 'vitest'
import type { Experiment } from '../experiment/experiment.ts'
import { prepare } from '../experiment/prepare.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { standings } from './standings.ts'

const of = (experiment: Experiment) => standings(prepare(experiment), runExperiment(experiment))
const race = (more: object = {}): Experiment => ({
  f: 'square',
  start: [2],
  steps: 30,
  runs: [
    { optimizer: 'sgd', hyper: { lr: 0.01 } },
    { optimizer: 'sgd', hyper: { lr: 0.4 } },
    { optimizer: 'gd-armijo', hyper: { lr: 3 } },
  ],
  ...more,
})

test('the lowest loss stands first', () => {
  const rows = of(race())
  expect(rows[0]?.run).not.toBe(0)
  expect(rows.at(-1)?.run).toBe(0)
  expect(rows.map(({ f }) => f)).toEqual([...rows.map(({ f }) => f)].sort((a, b) => a - b))
})

test('who maximizes wants the highest', () => {
  const runs = [0.1, 0.2].map((lr) => ({ optimizer: 'sgd', hyper: { lr, maximize: true } }))
  expect(of(race({ runs, steps: 5 })).map(({ run }) => run)).toEqual([1, 0])
})

describe('being there', () => {
  test('is the first step from which on the last thousandth of the way is not left again', () => {
    const fast = of(race()).find(({ run }) => run === 1)
    // Each step multiplies x by 0.2 and f by 0.04: three steps are enough for 0.001.
    expect(fast?.there).toEqual({ steps: 3, evaluations: 3 })
  })

  test('is never where the way is too long', () => {
    expect(of(race()).find(({ run }) => run === 0)).not.toHaveProperty('there')
  })
})

test('evaluations over the budget are told', () => {
  const rows = of(race({ budget: 'evaluations', steps: 10 }))
  expect(rows.find(({ run }) => run === 0)).toMatchObject({ evaluations: 10, over: 0 })
  for (const { evaluations, over } of rows) expect(evaluations - over).toBeLessThanOrEqual(10)
})

test('the distance is to the deepest known minimum', () => {
  const [row] = of({
    f: 'tanhsin',
    start: [8],
    steps: 1,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0 } }],
  })
  expect(row?.distance).toBeCloseTo(8 + 1.28046, 4)
  expect(of({ f: 'x^2', start: [1], steps: 1 })[0]).not.toHaveProperty('distance')
})
