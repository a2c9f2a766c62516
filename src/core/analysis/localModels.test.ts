import { describe, expect, test } from 'vitest'
import { hessianAt, jetOf } from '../loss/curvature.ts'
import { readLoss } from '../loss/loss.ts'
import { ellipseOf, localModels, type Pair } from './localModels.ts'

const banana = readLoss('(1 - x)^2 + 100*(y - x^2)^2')

describe('at the minimum of the banana valley', () => {
  const models = localModels(banana, [1, 1])
  test('the eigenvalues are the roots of λ² − 1002λ + 400', () => {
    const [first, second] = models.bends.map(({ value }) => value)
    expect(first).toBeCloseTo(1001.6006392, 6)
    expect(second).toBeCloseTo(0.3993608, 6)
    expect(models.condition).toBeCloseTo(2508.0096, 3)
  })
  test('the directions are eigenvectors of length 1', () => {
    const [a, b, c, d] = models.hessian
    for (const { value, direction } of models.bends) {
      const [x, y] = direction
      expect(Math.hypot(x, y)).toBeCloseTo(1, 12)
      expect(a * x + b * y).toBeCloseTo(value * x, 9)
      expect(c * x + d * y).toBeCloseTo(value * y, 9)
    }
  })
  test('nothing is left to do for Newton', () => {
    expect(models.newton?.map(Math.abs)).toEqual([0, 0])
  })
})

describe('on a turned bowl', () => {
  const f = ([x, y]: Pair) => (x + y) ** 2 + 5 * (x - y) ** 2 - 3 * x
  const loss = readLoss('(x + y)^2 + 5*(x - y)^2 - 3*x')
  const at: Pair = [2, -1]
  const models = localModels(loss, at)
  test('Newton reaches the minimum in one step', () => {
    const [dx = 0, dy = 0] = models.newton ?? []
    const { gradient } = localModels(loss, [at[0] + dx, at[1] + dy])
    for (const slope of gradient) expect(slope).toBeCloseTo(0, 12)
  })
  test.each([
    [0.3, 0.1],
    [-2, 5],
  ])('the quadratic model is exact for the step (%d, %d)', (dx, dy) => {
    const drop = f(at) - f([at[0] + dx, at[1] + dy])
    expect(models.quadraticDrop([dx, dy])).toBeCloseTo(drop, 10)
  })
  test('the linear model is exact for small steps', () => {
    const h = 1e-6
    const drop = (f([at[0] - h, at[1]]) - f([at[0] + h, at[1]])) / 2
    expect(models.linearDrop([h, 0])).toBeCloseTo(drop, 12)
  })
  test('the ellipse is where dᵀHd is c', () => {
    const { axes, angle } = ellipseOf(models, 7)
    const [a, b, , d] = models.hessian
    for (const { half, direction, isDown } of axes) {
      const [x, y] = [half * direction[0], half * direction[1]]
      expect(a * x * x + 2 * b * x * y + d * y * y).toBeCloseTo(7, 10)
      expect(isDown).toBe(false)
    }
    expect(Math.abs(Math.tan(angle))).toBeCloseTo(1, 12)
    expect(models.condition).toBeCloseTo(5, 12)
  })
})

describe('on a saddle', () => {
  const models = localModels(readLoss('x^2 - 3*y^2'), [1, 1])
  test('there is no Newton step and no condition', () => {
    expect(models.newton).toBeUndefined()
    expect(models.condition).toBeUndefined()
  })
  test('the ellipse is that of |λ|, and says which axis bends down', () => {
    const { axes } = ellipseOf(models, 6)
    expect(axes.map(({ half }) => half)).toEqual([Math.sqrt(3), 1])
    expect(axes.map(({ isDown }) => isDown)).toEqual([false, true])
  })
})

test('where nothing bends one way, that half axis has no end', () => {
  const { bends, condition } = localModels(readLoss('x^2 + y'), [1, 1])
  expect(ellipseOf({ bends }, 2).axes.map(({ half }) => half)).toEqual([1, Infinity])
  expect(condition).toBeUndefined()
})

test('the Hessian is the central difference of the gradient, in three variables too', () => {
  const loss = readLoss('sin(x*y) + exp(y - z)*x^2 + z^3')
  const at = [0.7, -0.4, 1.3]
  const h = 1e-5
  const slopes = (i: number, by: number) => [
    ...jetOf(loss)(at.map((value, j) => value + (i === j ? by : 0))).gradient,
  ]
  const hessian = hessianAt(loss, at)
  at.forEach((_, i) => {
    const [up, down] = [slopes(i, h), slopes(i, -h)]
    up.forEach((value, j) => {
      const difference = (value - (down[j] as number)) / (2 * h)
      expect(hessian[3 * i + j]).toBeCloseTo(difference, 7)
    })
  })
})

test('the same expression of other variables is another loss', () => {
  const loss = readLoss('x^2')
  const plane = { ...loss, variables: ['x', 'y'] }
  expect(hessianAt(loss, [1])).toEqual([2])
  expect(hessianAt(plane, [1, 5])).toEqual([2, 0, 0, 0])
})
