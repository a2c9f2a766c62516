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

test.each([
  ['sin(x)', ['minimum −1', 'minimum −1', 'minimum −1']],
  ['ridge', ['minimum 0', 'minimum 0']],
  ['sin(x) + x^2/20', ['deepest minimum −0.8879', '0.007913', '1.791']],
  ['where(x < 3, sin(x), sin(x) + 1/2)', ['minimum −1', 'minimum −1', '−0.5']],
  ['x^2', ['minimum 0']],
])('none of several minima of %s that are as deep is called the deepest', (f, labels) => {
  const region = { x: [-10, 10], y: [-3, 3] } as const
  const view = viewOf({ ...size, text: 13 }, region, { left: 60, right: 20, top: 10, bottom: 30 })
  const look = { ink: inkOf([], size), titles: { x: 'x', y: 'f' }, slope: 1 }
  const { minima } = placeMarks(view, minimaOn(readLoss(f), [-10, 10]), { x: 9, f: 2 }, look)
  expect(minima.map(({ label }) => label)).toEqual(labels)
})
