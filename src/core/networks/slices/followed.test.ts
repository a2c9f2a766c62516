import { expect, test } from 'vitest'
import { followed } from './followed.ts'

const center = Float32Array.of(0, 0)
const at = (x: number) => Float32Array.of(x, 0)

test('points far beyond the shown path do not count, nor what is not finite', () => {
  const own = [at(-2), at(-1), at(0)]
  const others = [[at(-2), at(9), at(50), at(Number.NaN), at(Number.POSITIVE_INFINITY)]]
  expect(followed(own, others, center).map(([x]) => x)).toEqual([-2, -1, 0, -2, 9])
})

test('of many points few count, the first among them', () => {
  const own = Array.from({ length: 1000 }, (_, k) => at(k - 1000))
  const points = followed(own, [], center)
  expect(points[0]?.[0]).toBe(-1000)
  expect(points.length).toBeLessThan(65)
  expect(points.length).toBeGreaterThan(32)
})
