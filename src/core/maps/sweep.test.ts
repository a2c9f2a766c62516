import { describe, expect, test } from 'vitest'
import type { RunSpec } from '../experiment/experiment.ts'
import type { AxisSpec, MapExperiment, MapSpec, Show } from './mapExperiment.ts'
import { prepareMap } from './prepareMap.ts'
import { gathering, sweep, sweeping } from './sweep.ts'
import { expectAgreement } from './test/agreement.ts'

const axis = (of: string, from: number, to: number): AxisSpec => ({ of, from, to })

const sgd: RunSpec = { optimizer: 'sgd', hyper: { lr: 0.1 } }
const lr = axis('lr', 0.05, 1.5)
const written: RunSpec = {
  optimizer: 'custom',
  rule: 'm = beta*m + g\nx = x - lr*m',
  hyper: { beta: 0.5, lr: 0.1 },
}

describe('a pixel ends as the run of its experiment does', () => {
  test.each<[string, Partial<MapExperiment>, MapSpec]>([
    ['starts of a typed function', { f: 'x^4 - 3*x^2 + y^2 + x' }, {}],
    ['of one variable', { f: 'tanhsin', runs: [sgd] }, { x: lr }],
    ['a function that is not defined everywhere', { f: 'x - ln(x)' }, { x: lr }],
    ['a written rule', { f: 'tanhsin', runs: [written] }, { x: lr, y: axis('beta', 0, 1) }],
    [
      'a schedule',
      {
        f: 'rosenbrock',
        runs: [{ ...sgd, schedule: { kind: 'cosine', T_max: 30 } }],
      },
      { x: axis('schedule.T_max', 5, 60), y: axis('lr', 0, 0.01) },
    ],
    [
      'a parameter of the function',
      { f: 'bowl', runs: [sgd] },
      { x: axis('param.kappa', -1, 30), y: axis('start.x', -5, 5) },
    ],
    ['noise', { f: 'tanhsin', noise: 0.5, seed: 3, runs: [sgd] }, { x: lr }],
    ['a mistake', { f: 'square', runs: [{ ...sgd, bugs: ['no-zero-grad'] }] }, { x: lr }],
    ['a method that searches', { f: 'himmelblau', runs: [{ optimizer: 'lbfgs' }] }, { x: lr }],
    [
      'a budget of evaluations',
      { f: 'himmelblau', budget: 'evaluations', runs: [{ optimizer: 'gd-armijo' }] },
      {},
    ],
    ['whoever climbs', { f: 'sin(x)', runs: [{ ...sgd, hyper: { maximize: true } }] }, { x: lr }],
    ['no step at all', { f: 'square', steps: 0 }, {}],
  ])('%s', (_, experiment, map) => {
    const seen = expectAgreement({
      f: 'square',
      steps: 40,
      ...experiment,
      map: { size: 6, ...map },
    })
    expect(seen.size).toBeGreaterThan(0)
  })

  test('with its last loss to the bit', () => {
    expectAgreement({ f: 'rastrigin', runs: [sgd], map: { show: 'loss', size: 6 } })
  })

  test('also that of a branch, and what PyTorch refuses cannot start', () => {
    const runs: RunSpec[] = [sgd, { optimizer: 'adam', from: { run: 0, step: 3 } }]
    const map = { x: axis('beta1', 0.5, 1.5), y: axis('lr', 0.1, 1), size: 4 }
    expect(expectAgreement({ f: 'tanhsin', runs, map }, 1)).toContain('cannot start')
  })
})

describe('what a map shows', () => {
  const experiment = (show: Show, more: MapSpec = {}): MapExperiment => ({
    f: 'square',
    steps: 20,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.25 } }],
    map: { y: axis('start.x', -4, 4), x: axis('lr', 0, 2), size: 4, show, ...more },
  })

  test('steps: until the loss is within the tolerance of the best that is known, if ever', () => {
    const { values } = sweep(experiment('steps', { tolerance: 0.5 }))
    // x halves with each step at lr 0.25, from 3 and from 1; at lr 0.75 it halves and turns; at 1.25 it grows.
    expect([...values.subarray(0, 2)]).toEqual([3, 3])
    expect([...values.subarray(4, 6)]).toEqual([1, 1])
    expect(values[2]).toBeNaN()
  })

  test('excursion: the largest distance from the start', () => {
    const { values } = sweep(experiment('excursion'))
    expect(values[1]).toBe(4.5)
    expect(values[0]).toBeCloseTo(3, 5)
  })
})

describe('a sweep', () => {
  const experiment: MapExperiment = { f: 'x^4 - 3*x^2 + y^2 + x', steps: 30, map: { size: 24 } }

  test('comes to the same whoever shares it, in whatever order the tiles come', () => {
    const map = prepareMap(experiment)
    const shares = [0, 1].map((from) => [...sweeping(map, { from, every: 2 })])
    const gathered = gathering(map)
    for (const tile of shares.reverse().flat().reverse()) if (tile) gathered.add(tile)
    expect(gathered.sweep()).toEqual(sweep(experiment))
  })

  test('can be left at any time', () => {
    const work = sweeping(prepareMap(experiment))
    work.next()
    work.return()
    expect(work.next().done).toBe(true)
  })
})
