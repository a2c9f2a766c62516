import { expect, test } from 'vitest'
import { pointsAt } from './model.ts'

test('points are those of the batch', () => {
  const rows = {
    count: 3,
    inputs: Float64Array.of(1, 2, 3, 4, 5, 6),
    targets: Float64Array.of(7, 8, 9),
  }
  expect(pointsAt(rows, [2, 0])).toEqual({
    count: 2,
    inputs: Float64Array.of(5, 6, 1, 2),
    targets: Float64Array.of(9, 7),
  })
})
