import { expect, test } from 'vitest'
import { readLoss } from '../../core/loss/loss.ts'
import { minimaOn } from '../../core/loss/minimaOnInterval.ts'
import { inkOf } from '../../plot/labels/ink.ts'
import { viewOf } from '../../plot/view.ts'
import { placeMarks } from './marks.ts'

const size = { width: 800, height: 300 }
const loss = readLoss('tanhsin')

test.each([
  [10, 4],
  [1e20, 1],
  [1e40, 1],
])('seen from %d away there are %d marks, no two in one place', (far, count) => {
  const region = { x: [-far, far], y: [-far, far] } as const
  const view = viewOf({ ...size, text: 13 }, region, { left: 60, right: 20, top: 10, bottom: 30 })
  const look = { ink: inkOf([], size), titles: { x: 'x', y: 'f' }, slope: 1 }
  const { minima } = placeMarks(view, minimaOn(loss, [-far, far]), { x: far / 2, f: 0 }, look)
  expect(minima).toHaveLength(count)
  expect(new Set(minima.map(({ x, y }) => `${x},${y}`)).size).toBe(count)
})
