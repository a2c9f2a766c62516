import { describe, expect, test } from 'vitest'
import { advice } from './advice/advice.ts'
import { takeAdviser } from './adviser.ts'
import { noNumber, typedNumber } from './typedNumber.ts'

takeAdviser(advice)

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
    ['-0', 0],
    ['0*-1', 0],
    ['0,125', 0.125],
    ['1,5e3', 1500],
    ['1234,567', 1234.567],
    ['10%', 0.1],
    ['0,1 %', 0.001],
    ['12.5% ', 0.125],
    ['−7%', -0.07],
    ['-0%', 0],
    ['7%2', 1],
    ['1_000', 1000],
  ])('%s', (typed, value) => {
    expect(typedNumber(typed)).toBe(value)
  })

  test.each(['1/', '-', '2*', '1e', '1e-', '(1 + 2', '', '2^', 'sqrt(', '1_'])(
    '%s is not yet one',
    (typed) => {
      expect(typedNumber(typed)).toBeUndefined()
    },
  )

  test.each([
    'abc',
    'x',
    '2x',
    '1 2',
    '1/2)',
    '1..2',
    'lr',
    '1;2',
    '3 px',
    '1,000',
    '-1,250',
    '2*1,000',
    '1,000.5',
    '1.000,5',
    '5 5',
    '1/2%',
    '5 + 10%',
    'x%',
    '%',
    '1__0',
    '3 1/2',
  ])('%s is none', (typed) => {
    expect(typedNumber(typed)).toBeNaN()
  })

  test.each([
    ['1,000', '`1,000` is not one number: write `1000` or `1.000`'],
    ['1,000,000', '`1,000,000` is not one number: write `1000000`'],
    ['1,000.5', '`1,000.5` is not one number: write `1000.5`'],
    ['1.000,5', '`1.000,5` is not one number: write `1000.5`'],
    ['1 000,5', '`1 000,5` is not one number: write `1000.5`'],
    ['5 5', '`5 5` is not one number: to multiply write `5*5`'],
    ['3 1/2', '`3 1/2` is not one number: write `3 + 1/2` or `3*1/2`'],
    ['2½', '`2½` is not one number: write `2 + 1/2`'],
    ['5;', '`5;` is not one number: write only `5`'],
    ['1/2%', '`1/2%` is not a number'],
    ['3 px', '`3 px` is not a number'],
    ['1/', '`1/` is not a number'],
    ['abc', '`abc` is not a number'],
  ])('why %s is none', (typed, sentence) => {
    expect(noNumber(typed)).toBe(sentence)
  })
})
