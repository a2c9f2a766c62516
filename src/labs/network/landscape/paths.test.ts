import { expect, test } from 'vitest'
import { drawingArea } from '../../../plot/labels/box.ts'
import { viewOf } from '../../../plot/view.ts'
import { beginningOf, momentAt, plotPaths } from './paths.ts'

const margins = { top: 10, right: 10, bottom: 20, left: 40 }
const view = viewOf({ width: 450, height: 330, text: 13 }, { x: [-4, 0], y: [0, 3] }, margins)
const paths = plotPaths(
  [
    { points: Float64Array.of(-3, 1, -2, 2, 0, 0), outside: new Float64Array(3) },
    { points: Float64Array.of(-3, 1, -1, 1), outside: new Float64Array(2) },
  ],
  ['SGD', 'Adam'],
)

test('a path has its coordinates apart', () => {
  expect(paths.map(({ label, x, y }) => [label, [...x], [...y]])).toEqual([
    ['SGD', [-3, -2, 0], [1, 2, 0]],
    ['Adam', [-3, -1], [1, 1]],
  ])
})

test('the moment under a click is that of the nearest point of any path', () => {
  const near = (x: number, y: number) => momentAt(paths, view, [view.x(x) + 3, view.y(y) - 2], 12)
  expect([near(-3, 1), near(-2, 2), near(-1, 1), near(0, 0)]).toEqual([0, 1, 1, 2])
  expect(near(-3.5, 2.5)).toBeUndefined()
})

test('the start has its word beside it, inside the picture', () => {
  const { x, y, box } = beginningOf(view, paths, { x: 'direction 1', y: 'direction 2' })
  expect([x, y]).toEqual([view.x(-3), view.y(1)])
  const area = drawingArea(view)
  expect(box?.x).toBeGreaterThanOrEqual(area.x)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(x)
})

test('what never was finite begins nowhere', () => {
  const lost = plotPaths([{ points: Float64Array.of(NaN, NaN), outside: Float64Array.of(NaN) }], [])
  expect(beginningOf(view, lost, { x: '', y: '' }).box).toBeUndefined()
})
