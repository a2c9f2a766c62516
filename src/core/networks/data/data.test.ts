import { describe, expect, test } from 'vitest'
import { datasetOf } from './dataset.ts'
import { dataKinds } from './index.ts'
import { drawPoints } from './kind.ts'

const choice = { n: 60, noise: 0.1, seed: 1 }
const ids =
  'sine linear polynomial step plane circle xor gaussians spiral spirals3 spirals4 moons and or'

test('there are the kinds of the links', () => {
  expect(dataKinds.map(({ id }) => id).sort()).toEqual(ids.split(' ').sort())
})

describe.each(dataKinds)('$id', (kind) => {
  const points = drawPoints(kind, choice)

  test('has as many points as are asked for, each with its inputs', () => {
    expect(points.inputs).toHaveLength(60)
    expect(points.targets).toHaveLength(60)
    for (const input of points.inputs) expect(input).toHaveLength(kind.inputs)
    expect(points.inputs.flat().every((value) => Math.abs(value) < 8)).toBe(true)
  })

  test('has every class, or no class', () => {
    const answers = new Set(points.targets.flat())
    if (kind.classes) expect([...answers].sort()).toEqual([...Array(kind.classes).keys()])
    else expect(answers.size).toBeGreaterThan(50)
  })

  test('follows from its seed, point by point', () => {
    expect(drawPoints(kind, choice)).toEqual(points)
    expect(drawPoints(kind, { ...choice, seed: 2 })).not.toEqual(points)
  })

  test('is exact without noise', () => {
    const still = drawPoints(kind, { ...choice, noise: 0 })
    expect(still).not.toEqual(points)
    expect(drawPoints(kind, { ...choice, noise: 0 })).toEqual(still)
  })
})

const told = dataKinds.filter(({ inputs, classes }) => inputs === 1 && !classes)

test.each(told)('$id is its truth where there is no noise', (kind) => {
  const { inputs, targets } = drawPoints(kind, { ...choice, noise: 0 })
  expect(inputs.map(([x = NaN]) => [kind.truth?.(x)])).toEqual(targets)
})

test('the sine is the lecture’s: evenly from 0 to 6', () => {
  const [sine] = dataKinds
  const { inputs, targets } = drawPoints(sine as (typeof dataKinds)[0], { n: 4, noise: 0, seed: 0 })
  expect(inputs).toEqual([[0], [2], [4], [6]])
  expect(targets.map(([y]) => y)).toEqual([0, 2, 4, 6].map((x) => 2.5 * Math.sin(x) + 1.5))
})

describe('a data set', () => {
  const inputs = Array.from({ length: 50 }, (_, i) => [i, 7])
  const targets = inputs.map(([i = 0]) => [2 * i])
  const whole = { split: 1, standardize: false, seed: 3 }

  test('is split by chance, in the order of the points, and nothing is lost', () => {
    const { training, validation } = datasetOf({ inputs, targets }, { ...whole, split: 0.8 })
    expect([training.count, validation.count]).toEqual([40, 10])
    const first = (rows: typeof training) => [...rows.inputs].filter((_, i) => i % 2 === 0)
    const [learned, judged] = [first(training), first(validation)]
    expect(learned).toEqual([...learned].sort((a, b) => a - b))
    expect([...learned, ...judged].sort((a, b) => a - b)).toEqual([...Array(50).keys()])
    expect([...training.targets]).toEqual(learned.map((i) => 2 * i))
    expect(judged).not.toEqual([40, 41, 42, 43, 44, 45, 46, 47, 48, 49])
  })

  test('that is not split is learned from as it is', () => {
    const { training, validation } = datasetOf({ inputs, targets }, whole)
    expect([...training.inputs]).toEqual(inputs.flat())
    expect(validation.count).toBe(0)
  })

  test('is standardized by what is learned from; an input that does not vary becomes 0', () => {
    const { training, scaling } = datasetOf({ inputs, targets }, { ...whole, standardize: true })
    expect(scaling[0]).toEqual({ mean: 24.5, deviation: Math.sqrt((50 ** 2 - 1) / 12) })
    const columns = [0, 1].map((k) => [...training.inputs].filter((_, i) => i % 2 === k))
    expect(columns[0]?.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 4)
    expect(columns[1]?.every((value) => value === 0)).toBe(true)
  })
})
