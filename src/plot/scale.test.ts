import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linear, linearNice, logarithmicNice, ticksOf } from './scale.ts'

test('a linear scale takes ends to ends, and back', () => {
  const scale = linear([-2, 6], [100, 20])
  expect([scale(-2), scale(6), scale(2)]).toEqual([100, 20, 60])
  expect(scale.ticks(4)).toEqual([-2, 0, 2, 4, 6])
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
      expect(scale.invert(scale(value))).toBeCloseTo(value, 6)
    }),
    { seed: 1 },
  )
})

test('a domain of one value is in the middle', () => {
  expect(linear([3, 3], [0, 10])(3)).toBe(5)
})

test.each([[[0, 1e-320]], [[-5e-324, 5e-324]], [[0, 0]], [[3, 3 + 1e-15]]] as const)(
  'however narrow %j is, it has ticks, and few',
  (domain) => {
    for (const scale of [linear(domain, [0, 500]), linearNice(domain, [0, 500])])
      expect(ticksOf(scale, 5).length).toBeLessThan(20)
  },
)

test('a logarithmic scale of such numbers has ticks, too', () => {
  for (const domain of [
    [5e-324, 1e-320],
    [1e-320, 1],
    [1e-310, 1e-300],
  ] as const)
    expect(ticksOf(logarithmicNice(domain, [0, 500]), 5).length).toBeLessThan(20)
})

test('a nice scale begins and ends with round numbers', () => {
  expect(linearNice([0.13, 9.7], [0, 1]).domain()).toEqual([0, 10])
})

describe('a logarithmic scale', () => {
  const scale = logarithmicNice([0.03, 700], [0, 500])

  test('goes from power to power, each equally far', () => {
    expect(scale.domain()).toEqual([0.01, 1000])
    for (const [i, value] of [0.01, 0.1, 1, 10].entries())
      expect(scale(value)).toBeCloseTo(100 * i, 9)
    expect(scale.invert(250)).toBeCloseTo(Math.sqrt(10), 12)
  })

  test('has no place for what is not above 0', () => {
    expect(Number.isFinite(scale(0))).toBe(false)
    expect(scale(-1)).toBeNaN()
  })

  test('has as many ticks as there is room for', () => {
    expect(ticksOf(scale, 5)).toEqual([0.01, 0.1, 1, 10, 100, 1000])
    expect(ticksOf(scale, 2)).toEqual([0.01, 1, 100])
    expect(ticksOf(logarithmicNice([1, 9], [0, 1]), 4)).toEqual([1, 2, 3, 4, 10])
  })
})

test('an axis has two numbers at least, however narrow it is', () => {
  for (const [from, to] of [
    [0.31, 1.94],
    [7.2, 9.9],
    [-0.0099, 0.0101],
    [1e5, 1e5 + 0.013],
  ] as const)
    for (const count of [1, 2, 3])
      expect(ticksOf(linear([from, to], [0, 200]), count).length).toBeGreaterThan(1)
})
