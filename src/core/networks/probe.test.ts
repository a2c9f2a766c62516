import { expect, test } from 'vitest'
import { probeOf } from './probe.ts'

test.each([
  ['no point', []],
  ['one point', [[3]]],
  ['points that are all the same', [[2], [2], [2]]],
  ['points that are all the same, far from 0', [[1e12], [1e12]]],
  ['points that are all the same, further away', [[1e20], [1e20]]],
  ['points so far apart that their distance overflows', [[-1.7e308], [1.7e308]]],
  ['one point of the plane', [[0, 5]]],
  [
    'points on a line of the plane',
    [
      [0, 5],
      [1, 5],
      [2, 5],
    ],
  ],
  ['one point of three inputs', [[1, 2, 3]]],
])('of %s: finite, and as wide as anything can be drawn in', (_, inputs: number[][]) => {
  const { window, points, columns, rows, inputs: width } = probeOf({ inputs, targets: inputs })
  expect(points).toHaveLength(columns * rows * width)
  expect(points.every(Number.isFinite)).toBe(true)
  for (const [from, to] of window) {
    expect(to).toBeGreaterThan(from)
    expect(Number.isFinite(to - from)).toBe(true)
  }
  for (const [k, [from, to]] of window.entries())
    for (const value of inputs.map((row) => row[k] as number).filter((x) => Math.abs(x) < 1e300)) {
      expect(value).toBeGreaterThan(from)
      expect(value).toBeLessThan(to)
    }
})
