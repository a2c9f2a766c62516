import { describe, expect, test } from 'vitest'
import { functions } from '../functions/index.ts'
import { parseLoss, variablesOf } from '../language/loss.ts'
import { compileFunction } from '../language/program.ts'
import { readLoss } from '../loss/loss.ts'
import { gridOf } from './grid.ts'

const region = { x: [-3, 1], y: [2, 2.5] } as const

describe('a grid', () => {
  const surfaces = functions.filter(({ domain }) => domain.length === 2)

  test.each(surfaces.map(({ id }) => [id]))('holds the very values of %s', (id) => {
    const { expression, variables } = readLoss(id)
    const f = compileFunction(expression, variables)
    const { values } = gridOf(expression, variables, region, 5, 3)
    const points = [2, 2.25, 2.5].flatMap((y) => [-3, -2, -1, 0, 1].map((x) => [x, y]))
    expect([...values]).toEqual(points.map((at) => f(...at)))
  })

  test('includes the corners of its region exactly', () => {
    const odd = { x: [0.1, 0.7], y: [-1 / 3, 1e-9] } as const
    const x = gridOf(parseLoss('x'), ['x', 'y'], odd, 7, 4).values
    const y = gridOf(parseLoss('y'), ['x', 'y'], odd, 7, 4).values
    expect([x[0], x[6], y[0], y[27]]).toEqual([...odd.x, ...odd.y])
  })

  test('of something constant along a variable, or altogether, repeats itself', () => {
    expect([...gridOf(parseLoss('y^2'), ['x', 'y'], region, 2, 2).values]).toEqual([
      4, 4, 6.25, 6.25,
    ])
    expect([...gridOf(parseLoss('3'), ['x', 'y'], region, 2, 2).values]).toEqual([3, 3, 3, 3])
  })

  test('goes by the order of the variables, whatever their names', () => {
    const expression = parseLoss('a - R')
    const { values } = gridOf(expression, variablesOf(expression), region, 2, 2)
    expect([...values]).toEqual([5, 1, 5.5, 1.5])
  })

  test('is NaN or infinite where the loss is', () => {
    const across = { x: [-1, 1], y: [0, 1] } as const
    const { values } = gridOf(parseLoss('log(x) + 0*y'), ['x', 'y'], across, 3, 2)
    expect([...values.subarray(0, 3)]).toEqual([Number.NaN, Number.NEGATIVE_INFINITY, 0])
  })
})
