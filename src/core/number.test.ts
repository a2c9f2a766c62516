import fc from 'fast-check'
import { expect, test } from 'vitest'
import { counted, decimal, exact, plain, readNumber, steady } from './number.ts'

test.each([
  [0, '0'],
  [6.25, '6.25'],
  [-0.27532, '−0.2753'],
  [8.92e-5, '8.92·10⁻⁵'],
  [1e-8, '10⁻⁸'],
  [-1e-8, '−10⁻⁸'],
  [123456, '1.235·10⁵'],
  [99999, '10⁵'],
  [12345, '12350'],
  [Infinity, '∞'],
  [-Infinity, '−∞'],
  [NaN, 'undefined'],
])('%f is shown as %s', (value, shown) => {
  expect(plain(value)).toBe(shown)
})

test.each([
  [8, '8.000'],
  [-0.7, '−0.7000'],
  [0.0123456, '0.01235'],
  [1e-8, '1.000·10⁻⁸'],
  [-3.41e-5, '−3.410·10⁻⁵'],
  [12345, '12350'],
  [123456, '1.235·10⁵'],
  [0, '0.000'],
  [NaN, 'undefined'],
])('%f keeps its width as %s', (value, shown) => {
  expect(steady(value)).toBe(shown)
})

test('what files hold reads back to the same double', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (value) => {
      expect(Number(exact(value))).toBe(value)
    }),
    { seed: 1 },
  )
})

test.each([
  ['0.5', 0.5],
  ['0,5', 0.5],
  [' −2 ', -2],
  ['1e-8', 1e-8],
  ['.5', 0.5],
  ['', NaN],
  ['1.2.3', NaN],
  ['1,000.5', NaN],
  ['abc', NaN],
  ['0x10', NaN],
])('%s is read as %f', (text, value) => {
  expect(readNumber(text)).toBe(value)
})

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [16384, '16,384'],
  [1e6, '1,000,000'],
])('a count of %d is written %s', (count, written) => {
  expect(counted(count)).toBe(written)
})

test.each([
  [0.25, '0.25'],
  [1e-8, '0.00000001'],
  [-1.5e-8, '-0.000000015'],
  [1e21, '1000000000000000000000'],
  [1e-200, (0).toFixed(100)],
  [Infinity, 'Infinity'],
  [NaN, 'NaN'],
])('%f has no exponent as %s', (value, written) => {
  expect(decimal(value)).toBe(written)
})

test('a number without exponent reads back to the same one, unless it is smaller than a hundred decimals tell', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      fc.pre(value === 0 || Math.abs(value) > 1e-80)
      expect(Number(decimal(value)) === value).toBe(true)
      expect(decimal(value)).not.toContain('e')
    }),
    { seed: 9 },
  )
})
