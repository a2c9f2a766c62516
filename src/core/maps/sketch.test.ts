import { describe, expect, test } from 'vitest'
import { doubles, singles } from '../kernel/lanes/breadth.ts'
import { type MapExperiment, shows } from './mapExperiment.ts'
import { prepareMap } from './prepareMap.ts'
import { sketching } from './sketch.ts'
import { gathering, sweep } from './sweep.ts'

function sketched(experiment: MapExperiment, breadth = doubles) {
  const map = prepareMap(experiment)
  const gathered = gathering(map)
  for (const tile of sketching(map, undefined, breadth) ?? []) gathered.add(tile)
  return gathered.sweep()
}

const himmelblau: MapExperiment = {
  f: 'himmelblau',
  steps: 150,
  runs: [{ optimizer: 'sgd', hyper: { lr: 0.01 } }],
  map: { size: 12 },
}
const written = { lr: 0.1, a: 0.5, b: 0.4 }
const adam = [{ optimizer: 'adam', hyper: { lr: 0.3 } }]

describe('in double precision', () => {
  test.each(shows.filter((show) => show !== 'outcome'))('%s is that of the true map', (show) => {
    for (const runs of [adam, himmelblau.runs ?? []]) {
      const experiment = { ...himmelblau, runs, map: { size: 12, show, tolerance: 1e-4 } }
      const [sketch, truth] = [sketched(experiment), sweep(experiment)]
      // A square root of squares is not the last bit of the same by another way.
      const near = (values: Float64Array) =>
        Array.from(values, (value) => (show === 'excursion' ? Math.fround(value) : value))
      expect(near(sketch.values)).toEqual(near(truth.values))
    }
  })

  test('what rests or diverges does so in the true map, which has the same numbers for minima', () => {
    const experiment = { ...himmelblau, map: { size: 12, x: { of: 'start.x', from: -9, to: 9 } } }
    const [sketch, truth] = [sketched(experiment), sweep(experiment)]
    expect(sketch.outcomes).toEqual(truth.outcomes)
    expect(new Set(sketch.outcomes).size).toBeGreaterThan(4)
  })
})

test('in single precision it is the same picture, to the eye', () => {
  const experiment = { ...himmelblau, map: { size: 12, show: 'excursion' as const } }
  const [sketch, truth] = [sketched(experiment, singles), sweep(experiment)]
  for (const [k, value] of sketch.values.entries())
    expect(Math.abs(value / (truth.values[k] as number) - 1)).toBeLessThan(1e-4)
  expect(sketch.outcomes).toEqual(truth.outcomes)
})

test('where the function has no value nothing starts', () => {
  const experiment = { f: 'x - ln(x) + y^2', steps: 20, map: { size: 6 } }
  const { outcomes, legend } = sketched(experiment)
  expect(legend[outcomes[0] as number]).toBe('cannot start')
  expect(legend[outcomes[5] as number]).not.toBe('cannot start')
})

test('it goes on where what it reads beforehand ends', () => {
  const experiment = {
    ...himmelblau,
    steps: 2500,
    runs: adam,
    map: { size: 2, show: 'loss' as const },
  }
  expect(sketched(experiment).values).toEqual(sweep(experiment).values)
})

test.each<[string, MapExperiment]>([
  ['a method', { f: 'himmelblau', runs: [{ optimizer: 'lbfgs' }] }],
  [
    'memory that begins with what a schedule makes of an axis',
    {
      f: 'square',
      runs: [{ optimizer: 'rprop', schedule: { kind: 'step', step_size: 5 } }],
      map: { x: { of: 'lr' } },
    },
  ],
  [
    'what both axes decide together',
    {
      f: 'square',
      runs: [{ optimizer: 'custom', rule: 'x = x - where(a > b, lr, 2*lr)*g', hyper: written }],
      map: { x: { of: 'a', from: 0, to: 1 }, y: { of: 'b', from: 0, to: 1 } },
    },
  ],
])('there is no sketch of %s', (_, experiment) => {
  expect(
    sketching(prepareMap({ ...experiment, map: { ...experiment.map, size: 4 } })),
  ).toBeUndefined()
})
