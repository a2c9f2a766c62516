import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Segment, within } from './within.ts'

const size = { width: 300, height: 200 }
const far = fc.double({ min: -1e5, max: 1e5, noNaN: true })

test('what lies inside stays as it is, what lies outside is gone', () => {
  expect(within([0, 0, 300, 200], size, 0)).toEqual([0, 0, 300, 200])
  expect(within([10, 10, 10, 10], size, 0)).toEqual([10, 10, 10, 10])
  expect(within([-50, 10, -40, 20], size, 8)).toBeUndefined()
  expect(within([-5, 210, 5, 220], size, 8)).toBeUndefined()
})

test('what passes through is cut at the edges, the margin further out', () => {
  expect(within([-1e5, 50, 1e5, 50], size, 8)).toEqual([-8, 50, 308, 50])
  expect(within([100, 100, 100, -1e5], size, 8)).toEqual([100, 100, 100, -8])
})

test('of points on a segment, those inside are on what is left of it and no others', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.tuple(far, far, far, far), part, (segment, t) => {
      const at = ([x0, y0, x1, y1]: Segment) => [x0 + t * (x1 - x0), y0 + t * (y1 - y0)] as const
      /** How far inside a point is. */
      const depth = ([x, y]: readonly [number, number]) =>
        Math.min(x, size.width - x, y, size.height - y)
      const left = within(segment, size, 0)
      if (left) expect(depth(at(left))).toBeGreaterThan(-1e-6)
      const [x, y] = at(segment)
      if (depth([x, y]) < 1e-6 || Math.hypot(segment[2] - segment[0], segment[3] - segment[1]) < 1)
        return
      const [a, b, c, d] = left as Segment
      const detour = Math.hypot(x - a, y - b) + Math.hypot(c - x, d - y) - Math.hypot(c - a, d - b)
      expect(detour).toBeLessThan(1e-2)
    }),
    { numRuns: 2000, seed: 1 },
  )
})
