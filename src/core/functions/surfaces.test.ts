import { describe, expect, test } from 'vitest'
import { ExperimentError } from '../experimentError.ts'
import { gradient } from '../language/derivative.ts'
import { compileFunction } from '../language/program.ts'
import { bendsOf, hessianAt } from '../loss/curvature.ts'
import { readLoss } from '../loss/loss.ts'

test('the bowl turns by its angle, and is as steep across as it says', () => {
  const loss = readLoss('bowl', { kappa: 7, angle: 30 })
  const [across, along] = bendsOf(hessianAt(loss, [0.3, -2]))
  expect([across.value / 2, along.value / 2]).toEqual([
    expect.closeTo(7, 12),
    expect.closeTo(1, 12),
  ])
  const [cos, sin] = along.direction
  expect(Math.abs(cos * Math.cos(Math.PI / 6) + sin * Math.sin(Math.PI / 6))).toBeCloseTo(1, 12)
})

test('the words of an entry’s parameters are known in that entry alone', () => {
  expect(() => readLoss('kappa*x^2')).toThrow(ExperimentError)
  expect(() => readLoss('bowl', { kappa: 0 })).toThrow('kappa must be above 0')
  expect(readLoss('bowl').variables).toEqual(['x', 'y'])
})

test('where the funnel of ackley ends PyTorch has no slope, and neither have we', () => {
  const { expression, variables } = readLoss('ackley')
  const slopes = gradient(expression, variables).map((g) => compileFunction(g, variables)(0, 0))
  expect(slopes).toEqual([Number.NaN, Number.NaN])
  expect(readLoss('ackley').minima).toContainEqual([0, 0])
})

describe('what is published about the functions of two variables', () => {
  const valueAt = (id: string, ...at: number[]) => {
    const { expression, variables } = readLoss(id)
    return compileFunction(expression, variables)(...at)
  }

  test.each<[string, number[][], number, number]>([
    ['bowl', [[0, 0]], 0, 1],
    ['rosenbrock', [[1, 1]], 0, 1],
    [
      'himmelblau',
      [
        [3, 2],
        [-2.805118, 3.131312],
        [-3.77931, -3.283186],
        [3.584428, -1.848126],
      ],
      0,
      4,
    ],
    ['beale', [[3, 0.5]], 0, 1],
    ['booth', [[1, 3]], 0, 1],
    ['matyas', [[0, 0]], 0, 1],
    ['camel', [[0, 0]], 0, 3],
    ['rastrigin', [[0, 0]], 0, 121],
    ['styblinski', [[-2.903534, -2.903534]], -39.166165 * 2, 4],
    ['ackley', [[0, 0]], 0, 49],
  ])('%s is least where the literature says', (id, places, least, count) => {
    const { minima } = readLoss(id)
    expect(minima).toHaveLength(count)
    for (const place of places) {
      const known = minima.find(
        (at) => Math.hypot(...at.map((v, i) => v - (place[i] as number))) < 2e-6,
      )
      expect(known, `${place}`).toBeDefined()
      expect(Math.abs(valueAt(id, ...(known as number[])) - least)).toBeLessThan(2e-5)
    }
  })

  test.each<[string, number]>([
    ['product', 6],
    ['sum', 5],
    ['max', 3],
    ['bowl', 94],
    ['saddle', -5],
    ['rosenbrock', 101],
    ['himmelblau', 32],
    ['beale', 5.5 ** 2 + 18.25 ** 2 + 54.625 ** 2],
    ['booth', 5],
    ['matyas', 0.26 * 13 - 0.48 * 6],
    ['camel', 8 - 16.8 + 64 / 6 + 15],
    ['rastrigin', 13],
    ['styblinski', (16 - 64 + 10 + 81 - 144 + 15) / 2],
  ])('%s at (2, 3)', (id, expected) => {
    expect(valueAt(id, 2, 3)).toBeCloseTo(expected, 10)
  })
})
