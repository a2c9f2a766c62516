import { expect, test } from 'vitest'
import type { Area, Landscape } from '../../core/landscape/landscape.ts'
import { svgPen } from '../picture/svgPen.ts'
import { viewOf } from '../view.ts'
import { paintGround } from './heights.ts'

const square = (half: number): Area => ({
  points: Float64Array.of(-half, -half, half, -half, half, half, -half, half, -half, -half),
  ends: Uint32Array.of(10),
})
const nowhere: Area = { points: new Float64Array(), ends: new Uint32Array() }

const landscape: Landscape = {
  region: { x: [-2, 2], y: [-2, 2] },
  columns: 2,
  rows: 2,
  values: new Float64Array(4),
  levels: { values: Float64Array.of(1, 2), kind: 'quantiles', floor: 0 },
  areas: [square(1), nowhere],
  defined: square(2),
}
const margins = { top: 0, right: 0, bottom: 0, left: 0 }
const view = viewOf({ width: 400, height: 400, text: 13 }, { x: [-2, 2], y: [-2, 2] }, margins)

test('heights are painted from the lowest up, each with its level line, at their places', () => {
  const pen = svgPen()
  const colors = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ] as const
  paintGround(pen, landscape, view, { colors, line: '#000', lineWidth: 1 })
  const shapes = pen.text().match(/<path [^>]*>/g) ?? []
  expect(shapes).toHaveLength(3)
  expect(shapes[0]).toContain('fill="rgb(255, 0, 0)"')
  expect(shapes[1]).toContain('d="M100,300L300,300L300,100L100,100L100,300"')
  expect(shapes[1]).toContain('fill="rgb(0, 255, 0)"')
  expect(shapes[2]).toContain('stroke="#000"')
})
