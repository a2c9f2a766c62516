import { expect, test } from 'vitest'
import type { CriticalPoint } from '../../core/landscape/landscape.ts'
import { inkOf } from '../../plot/labels/ink.ts'
import { sizeOf } from '../../plot/labels/textSize.ts'
import { viewOf } from '../../plot/view.ts'
import { placeMarks } from './marks.ts'

const margins = { left: 60, right: 80, top: 10, bottom: 30 }
const view = viewOf({ width: 800, height: 300, text: 13 }, { x: [-8, 8], y: [-5, 5] }, margins)
const { text: fontSize } = view
const points = (count: number): CriticalPoint[] =>
  Array.from({ length: count }, (_, i) => ({
    x: (i % 5) * 2 - 4,
    y: Math.floor(i / 5) * 3 - 2,
    f: 0.1234 * i,
    kind: i % 2 ? 'saddle' : 'minimum',
    curvatures: [1, i % 2 ? -1 : 1],
  }))

test.each([3, 7, 9, 14])('of %d points each label is as wide as its place', (count) => {
  const ink = inkOf([], { width: 800, height: 300 })
  const marks = placeMarks(view, points(count), { x: 7, y: 4 }, { ink, titles: { x: 'x', y: 'y' } })
  const labelled = marks.points.filter(({ box }) => box)
  expect(labelled.length).toBeGreaterThan(0)
  for (const { label, box } of labelled)
    expect(box?.width).toBeCloseTo(sizeOf(label, fontSize).width, 9)
})
