import { describe, expect, test } from 'vitest'
import { normal, philox, uniform } from './random.ts'

const many = 40_000
const sample = (draw: (k: number) => number) =>
  Float64Array.from({ length: many }, (_, k) => draw(k))
const mean = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length
const meanOf = (values: Float64Array, of: (value: number) => number) => mean(values.map(of))

/** Of two samples with mean 0 and variance 1; by chance about 1/√many. */
const correlation = (a: Float64Array, b: Float64Array) =>
  mean(a.map((v, k) => v * (b[k] as number)))
/** Six standard errors: by chance alone once in 5·10⁸. */
const close = (variance = 1) => 6 * Math.sqrt(variance / many)

describe('the bits are Philox4x32-10', () => {
  // From the authors' own file of known answers, Random123/tests/kat_vectors.
  test.each([
    ['0 0', '0 0 0 0', '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    [
      'ffffffff ffffffff',
      'ffffffff ffffffff ffffffff ffffffff',
      '408f276d 41c83b0e a20bc7c6 6d5451fd',
    ],
    [
      'a4093822 299f31d0',
      '243f6a88 85a308d3 13198a2e 03707344',
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    ],
  ])('key %s, counter %s', (key, counter, answer) => {
    const words = (text: string) => text.split(' ').map((each) => Number.parseInt(each, 16))
    const [k = 0, l = 0] = words(key)
    const [a = 0, b = 0, c = 0, d = 0] = words(counter)
    expect([...philox([k, l], [a, b, c, d])]).toEqual(words(answer))
  })
})

describe('uniform draws', () => {
  test('have the moments of the interval from 0 to 1', () => {
    const values = sample((k) => uniform(5, k))
    expect(Math.abs(mean(values) - 1 / 2)).toBeLessThan(close(1 / 12))
    expect(Math.abs(meanOf(values, (v) => v ** 2) - 1 / 3)).toBeLessThan(close(4 / 45))
    expect(values.every((v) => v >= 0 && v < 1)).toBe(true)
  })
})

describe('normal draws', () => {
  const values = sample((k) => normal(7, k, 0))

  test('have mean 0, variance 1, no skew and the fourth moment 3', () => {
    expect(Math.abs(mean(values))).toBeLessThan(close())
    expect(Math.abs(meanOf(values, (v) => v ** 2) - 1)).toBeLessThan(close(2))
    expect(Math.abs(meanOf(values, (v) => v ** 3))).toBeLessThan(close(15))
    expect(Math.abs(meanOf(values, (v) => v ** 4) - 3)).toBeLessThan(close(96))
  })

  test('lie within one, two and three deviations as often as they should', () => {
    for (const [within, share] of [
      [1, 0.6826894921],
      [2, 0.9544997361],
      [3, 0.9973002039],
    ] as const) {
      const seen = meanOf(values, (v) => Number(Math.abs(v) < within))
      expect(Math.abs(seen - share)).toBeLessThan(close(share * (1 - share)))
    }
  })

  test.each<[string, (k: number) => number]>([
    ['the next step', (k) => normal(7, k + 1, 0)],
    ['a later step', (k) => normal(7, k + 64, 0)],
    ['the next coordinate', (k) => normal(7, k, 1)],
    ['the next seed', (k) => normal(8, k, 0)],
    ['a seed that differs only above 32 bits', (k) => normal(7 + 2 ** 32, k, 0)],
    ['coordinate and step changed about', (k) => normal(7, 0, k + 1)],
  ])('have nothing to do with those of %s', (_, other) => {
    expect(Math.abs(correlation(values, sample(other)))).toBeLessThan(close())
  })

  test('are the same whenever they are asked for', () => {
    const later = [3, 1, 2].map((k) => normal(7, k, 0))
    expect(later).toEqual([values[3], values[1], values[2]])
  })

  test('do not repeat', () => {
    const all = [0, 1, 2].flatMap((seed) =>
      [0, 1].flatMap((i) => Array.from({ length: 5000 }, (_, k) => normal(seed, k, i))),
    )
    expect(new Set(all).size).toBe(all.length)
  })
})
