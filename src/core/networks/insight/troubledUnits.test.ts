import { expect, test } from 'vitest'
import { type Activation, activations } from '../activations.ts'
import type { Examples } from './model.ts'
import { troubledUnits } from './troubledUnits.ts'

const count = 600
const points: Examples = {
  count,
  inputs: Float64Array.from({ length: count }, (_, i) => Math.sin(i)),
  targets: new Float64Array(count),
}

/** Hidden units of one input, each with its weight and its bias. */
const model = (activation: Activation, ...units: readonly (readonly [w: number, b: number])[]) => ({
  architecture: { inputs: 1, hidden: [units.length], activations: [activation], outputs: 1 },
  parameters: [...units.map(([w]) => w), ...units.map(([, b]) => b), ...units.map(() => 1), 0],
})

test('a rectifier that is below 0 everywhere is dead', () => {
  expect(troubledUnits(model('relu', [1, 0], [1, 5], [1, -3]), points)).toEqual([
    {
      layer: 0,
      unit: 2,
      kind: 'dead',
      share: 1,
      words:
        'Unit 3 of hidden layer 1 is dead: for all 600 points its input is below 0, so it learns nothing',
    },
  ])
})

test('one that is 0 everywhere learns nothing either', () => {
  expect(troubledUnits(model('relu', [0, 0]), points)[0]?.words).toContain(
    'for all 600 points its input is not above 0',
  )
})

test('one that a single point wakes is not dead', () => {
  expect(troubledUnits(model('relu', [1, -0.9999]), points)).toEqual([])
})

test.each(['tanh', 'sigmoid', 'elu', 'silu', 'gelu', 'softplus'] as const)(
  '%s far below 0 is saturated, and near 0 it is not',
  (activation) => {
    const found = troubledUnits(model(activation, [1, 0], [1, -60], [1, -1]), points)
    expect(found.map(({ unit, kind, share }) => [unit, kind, share])).toEqual([[1, 'saturated', 1]])
    expect(found[0]?.words).toMatch(/for all 600 points its input is between −61 and −59/)
  },
)

test('what is flat on both sides is so on the other side too, and what is steep there is not', () => {
  const above = (activation: Activation) => troubledUnits(model(activation, [1, 60]), points).length
  expect(activations.filter((one) => above(one) > 0)).toEqual(['tanh', 'sigmoid'])
})

test('a twentieth of the points is enough to learn from', () => {
  // The share of points with |tanh′| ≥ 0.01 is that of |z| < 3.
  const steep = (share: number) => 3 / Math.sin((share * Math.PI) / 2)
  const [some, few] = [steep(0.06), steep(0.04)]
  const found = troubledUnits(model('tanh', [some, 0], [few, 0]), points)
  expect(found.map(({ unit }) => unit)).toEqual([1])
  expect(found[0]?.share).toBeCloseTo(0.96, 2)
})

test('a linear unit is never in trouble', () => {
  expect(troubledUnits(model('linear', [0, 0], [1, -1e6]), points)).toEqual([])
})
