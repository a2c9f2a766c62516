import { expect, test } from 'vitest'
import { networkLimits } from '../../../core/experiment/networkLimits.ts'
import { cornersOf, shapePath } from './shapes.ts'

const classes = Array.from({ length: networkLimits.classes.most }, (_, k) => k)

test('each class has a shape of its own', () => {
  expect(new Set(classes.map((k) => shapePath(k, 4))).size).toBe(classes.length)
})

test.each(classes)('shape %d is as large as a circle', (k) => {
  const corners = cornersOf(k)
  if (k === 0) return expect(corners).toEqual([])
  const doubled = corners.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length] ?? [0, 0]
    return sum + x * nextY - y * nextX
  }, 0)
  expect(Math.abs(doubled) / 2).toBeCloseTo(Math.PI, 9)
})
