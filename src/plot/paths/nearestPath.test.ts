import { expect, test } from 'vitest'
import { viewOf } from '../view.ts'
import { nearestPath } from './nearestPath.ts'
import type { PlotPath } from './plotPath.ts'

const margins = { top: 0, right: 0, bottom: 0, left: 0 }
const view = viewOf({ width: 100, height: 100, text: 13 }, { x: [0, 10], y: [0, 10] }, margins)
const none = { step: new Int32Array(), x: new Float64Array(), y: new Float64Array() }
const path = (x: number[], y: number[]): PlotPath => ({
  label: '',
  x: Float64Array.from(x),
  y: Float64Array.from(y),
  probes: none,
})
const level = path([0, 10], [5, 5])
const upright = path([2, 2], [0, 10])

test('it is the path that passes nearest, between its points too', () => {
  expect(nearestPath([level, upright], view, [70, 46], 8)).toBe(0)
  expect(nearestPath([level, upright], view, [24, 80], 8)).toBe(1)
})

test('nothing is near where no path is', () => {
  expect(nearestPath([level, upright], view, [70, 30], 8)).toBeUndefined()
  expect(nearestPath([path([3], [3])], view, [30, 70], 8)).toBeUndefined()
})
