import { expect, test } from 'vitest'
import { readGraph } from '../../../core/graphs/graph.ts'
import { agrees, compare, digitsThatAgree, slopesOf, vanishes } from './slopes.ts'
import { checkOf } from './test/checkOf.ts'
import { costInWords, errorInWords, slopeName } from './words.ts'

test('agreement is of the slope, or of 1 where it is less', () => {
  expect(agrees(compare(100, 100.0009), 'float64')).toBe(true)
  expect(agrees(compare(100, 100.002), 'float64')).toBe(false)
  expect(agrees(compare(100, 100.002), 'float32')).toBe(true)
  expect(agrees(compare(0, 1e-10), 'float64')).toBe(true)
  expect(agrees(compare(1, Number.NaN), 'float64')).toBe(false)
  expect(digitsThatAgree(compare(3, 3.00002))).toBe(5)
  expect(digitsThatAgree(compare(0, 1e-10))).toBeUndefined()
})

test('all slopes come from one pass, 0 by what f does not depend on', () => {
  const point = { x: 3, y: -4, z: 2, w: -1 }
  expect(Object.fromEntries(slopesOf(readGraph('2*(x*y + max(z, w))'), point))).toEqual({
    w: 0,
    x: -8,
    y: 6,
    z: 2,
  })
})

test('h vanishes beside a large x, earlier in float32', () => {
  const checked = checkOf('x^2', { x: 1e8 }).checked
  expect([1e-7, 1e-9].map((h) => vanishes(checked, h))).toEqual([false, true])
  expect(vanishes({ ...checked, precision: 'float32' }, 1)).toBe(true)
})

test('in words', () => {
  const { checked, check } = checkOf('exp(x)', { x: 0 })
  expect(errorInWords(checked, check)).toMatch(
    /^Error of df\/dx over h from 10⁻¹⁶ to 1 in float64; forward differences: best h found 7.5·10⁻⁹ .*, predicted √ε = 1.5·10⁻⁸; central .* predicted ∛ε = 6.1·10⁻⁶$/,
  )
  expect(costInWords(['w', 'x', 'y', 'z'])).toContain(
    'forward differences take n + 1 = 5 evaluations of f, central differences take 2n = 8',
  )
  expect(slopeName(['x', 'y'], 'y')).toBe('∂f/∂y')
})
