import { expect, test } from 'vitest'
import { heightRamp, heightScale, paintHeights, stepOf } from './heights.ts'
import { rasterOf } from './raster.ts'

const colours = { below: [0, 0, 1], zero: [1, 1, 1], above: [1, 0, 0] } as const

test('around zero a scale is as far to both sides, else it is that of the numbers', () => {
  expect(heightScale([-1, 3])).toEqual({ from: -3, to: 3, isAroundZero: true })
  expect(heightScale([2, 5])).toEqual({ from: 2, to: 5, isAroundZero: false })
  expect(heightScale([-5, -2])).toEqual({ from: -5, to: -2, isAroundZero: false })
  const { from, to } = heightScale([4, 4])
  expect(to).toBeGreaterThan(from)
})

test('zero has its own colour, and the ends have theirs', () => {
  const scale = heightScale([-2, 2])
  const ramp = heightRamp(scale, colours)
  const at = (value: number) => ramp[stepOf(value, scale)]
  expect(at(-9)).toEqual(colours.below)
  expect(at(-1e-9)).toEqual(colours.zero)
  expect(at(0)).toEqual(colours.zero)
  expect(at(9)).toEqual(colours.above)
})

test.each([
  [[2, 5], 'zero', 'above'],
  [[-5, -2], 'below', 'zero'],
] as const)('%s runs from %s to %s', (values, first, last) => {
  const ramp = heightRamp(heightScale(values), colours)
  expect([ramp[0], ramp.at(-1)]).toEqual([colours[first], colours[last]])
})

test('rows are painted from the bottom, the output that is drawn, and nothing where there is no number', () => {
  const scale = heightScale([-1, 1])
  const raster = rasterOf(2, 2)
  // Two outputs; of the second one: −1 and 1 below, no number and 1 above.
  const answers = Float32Array.of(0, -1, 0, 1, 0, NaN, 0, 1)
  paintHeights(raster, { answers, width: 2, output: 1 }, scale, heightRamp(scale, colours))
  const pixel = (i: number) => [...raster.pixels.slice(4 * i, 4 * i + 4)]
  expect(pixel(0)[3]).toBe(0)
  expect([pixel(1), pixel(2), pixel(3)]).toEqual([
    [255, 0, 0, 255],
    [0, 0, 255, 255],
    [255, 0, 0, 255],
  ])
})
