import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apart, hypotenuse } from './geometry.ts'

const any = fc.double()
const point = fc.integer({ min: 1, max: 4 }).chain((d) => {
  const own = fc.array(any, { minLength: d, maxLength: d })
  return fc.tuple(own, own)
})

test('the hypotenuse is Math.hypot to the bit, whatever it is given', () => {
  const same = (a: number, b: number) => {
    expect(hypotenuse(a, b)).toBe(Math.hypot(a, b))
  }
  fc.assert(fc.property(any, any, same), { seed: 1, numRuns: 5000 })
  fc.assert(
    fc.property(any, fc.double({ min: -2, max: 2 }), (a, ratio) => same(a, ratio * a)),
    { seed: 2, numRuns: 5000 },
  )
  const edges = [0, -0, Number.NaN, Infinity, -Infinity, 5e-324, 1e308, 1]
  for (const a of edges) for (const b of edges) same(a, b)
})

test('distances are those of Math.hypot, with as many coordinates as there are', () => {
  fc.assert(
    fc.property(point, ([a, b]) => {
      const way = a.map((value, i) => value - (b[i] as number))
      expect(apart(a, b)).toBe(Math.hypot(...way))
      expect(apart(a, [...a, ...b], a.length)).toBe(Math.hypot(...way))
    }),
    { seed: 3, numRuns: 5000 },
  )
})
