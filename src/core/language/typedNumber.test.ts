import { describe, expect, test } from 'vitest'
import { typedNumber } from './typedNumber.ts'

describe('what is typed into a number field means what it says', () => {
  test.each([
    ['1/2', 0.5],
    ['2*0.3', 0.6],
    ['1e-3', 0.001],
    ['0,5', 0.5],
    ['2*0,5', 1],
    ['2^-3', 0.125],
    ['pi/4', Math.PI / 4],
    ['2π', 2 * Math.PI],
    ['−3', -3],
    ['-1/2', -0.5],
    ['sqrt(2)/2', Math.sqrt(2) / 2],
    ['√2', Math.SQRT2],
    ['1 − 1e-3', 0.999],
    ['10^-4', 1e-4],
    ['0.1 + 0.2', 0.3],
    ['1/3', 1 / 3],
    ['+3', 3],
    [' 7 ', 7],
    ['1e309', Number.POSITIVE_INFINITY],
    ['1/0', Number.POSITIVE_INFINITY],
    ['2*e', 2 * Math.E],
  ])('%s', (typed, value) => {
    expect(typedNumber(typed)).toBe(value)
  })

  test.each(['1/', '-', '2*', '1e', '1e-', '(1 + 2', '', '2^', 'sqrt('])(
    '%s is not yet one',
    (typed) => {
      expect(typedNumber(typed)).toBeUndefined()
    },
  )

  test.each(['abc', 'x', '2x', '1 2', '1/2)', '1..2', 'lr', '1;2'])('%s is none', (typed) => {
    expect(typedNumber(typed)).toBeNaN()
  })
})
