import { expect, test } from 'vitest'
import { compileFunction } from '../language/program.ts'
import { readLoss } from '../loss/loss.ts'
import { slopesOf } from './slopes.ts'

const at = (f: string, x: number, y: number): number[] => {
  const into = new Float64Array(2)
  slopesOf(readLoss(f))(x, y, into)
  return [...into]
}

test('the slopes of Rosenbrock’s valley are those that one gets by hand', () => {
  for (const [x, y] of [
    [-1.2, 1],
    [0.3, -2],
    [1, 1],
  ] as const)
    expect(at('(1 - x)^2 + 100*(y - x^2)^2', x, y)).toEqual([
      expect.closeTo(-2 * (1 - x) - 400 * x * (y - x * x), 9),
      expect.closeTo(200 * (y - x * x), 9),
    ])
})

test.each(['sin(x*y) + exp(x)/(1 + y^2)', 'tanh(x)*abs(y) + x^3*y', 'max(x, y)^2 + cos(x)'])(
  'the slopes of %s are central differences',
  (text) => {
    const { expression, variables } = readLoss(text)
    const f = compileFunction(expression, variables)
    const [x, y, h] = [0.4, -0.7, 1e-5]
    expect(at(text, x, y)).toEqual([
      expect.closeTo((f(x + h, y) - f(x - h, y)) / (2 * h), 7),
      expect.closeTo((f(x, y + h) - f(x, y - h)) / (2 * h), 7),
    ])
  },
)

test('a variable whose slope is a constant needs no register', () => {
  expect(at('3*x - 2*y', 7, 8)).toEqual([3, -2])
  expect(at('x^2 + y', 5, 8)).toEqual([10, 1])
})

test('there is no slope where the loss is undefined', () => {
  expect(at('log(x) + y^2', -1, 3)).toEqual([Number.NaN, Number.NaN])
  expect(at('log(x) + y^2', 2, 3)).toEqual([0.5, 6])
})
