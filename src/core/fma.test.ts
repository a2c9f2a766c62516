import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fma } from './fma.ts'

/** A number as a whole number times a power of two. */
type Exact = readonly [whole: bigint, power: number]

function exactly(value: number): Exact {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  const bits = view.getBigUint64(0)
  const power = Number((bits >> 52n) & 0x7ffn)
  const digits = (bits & 0xfffffffffffffn) + (power ? 1n << 52n : 0n)
  return [value < 0 ? -digits : digits, Math.max(1, power) - 1075]
}

const product = ([a, i]: Exact, [b, j]: Exact): Exact => [a * b, i + j]

function sum([a, i]: Exact, [b, j]: Exact): Exact {
  const power = Math.min(i, j)
  return [(a << BigInt(i - power)) + (b << BigInt(j - power)), power]
}

/** To the nearest double, of two equally near to the one whose last digit is 0. */
function rounded([whole, power]: Exact): number {
  const size = whole < 0n ? -whole : whole
  const extra = size.toString(2).length - 53
  if (extra <= 0) return Number(whole) * 2 ** power
  const half = 1n << BigInt(extra - 1)
  const rest = size & (2n * half - 1n)
  const kept = size >> BigInt(extra)
  const up = rest > half || (rest === half && (kept & 1n) === 1n) ? 1n : 0n
  return Math.sign(Number(whole)) * Number(kept + up) * 2 ** (power + extra)
}

const once = (a: number, b: number, c: number) =>
  rounded(sum(product(exactly(a), exactly(b)), exactly(c)))

describe('a product and a sum with one rounding', () => {
  const some = fc
    .tuple(
      fc.double({ min: 1, max: 2, noNaN: true }),
      fc.integer({ min: -60, max: 60 }),
      fc.boolean(),
    )
    .map(([digits, power, isNegative]) => (isNegative ? -digits : digits) * 2 ** power)

  test('of any numbers', () => {
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        expect(fma(a, b, c)).toBe(once(a, b, c))
      }),
      { numRuns: 3000, seed: 1 },
    )
  })

  test('where the product is nearly what is taken away, or half a digit of it', () => {
    fc.assert(
      fc.property(some, some, fc.integer({ min: -110, max: 2 }), (a, b, power) => {
        for (const c of [-a * b, -a * b * (1 + 2 ** -52), a * b * 2 ** power, -a * b * 2 ** power])
          expect(fma(a, b, c) + 0).toBe(once(a, b, c))
      }),
      { numRuns: 2000, seed: 2 },
    )
  })

  test('is not what two roundings give', () => {
    expect(0.1 * 10 - 1).toBe(0)
    expect(fma(0.1, 10, -1)).toBe(2 ** -54)
  })

  test.each([
    [Infinity, 2, 1, Infinity],
    [1e300, 1e300, -1, Infinity],
    [2, 3, -Infinity, -Infinity],
    [Infinity, 0, 1, Number.NaN],
    [1e-200, 1e-200, 1, 1],
    [-0, 5, -0, -0],
  ])('%f·%f + %f is %f', (a, b, c, value) => {
    expect(fma(a, b, c)).toBe(value)
  })
})
