import { describe, expect, test } from 'vitest'
import type { Vector } from '../../core/analysis/vectors.ts'
import { viewOf } from '../view.ts'
import { shapesOf, type VectorsPicture } from './vectorShapes.ts'

const margins = { top: 10, right: 10, bottom: 10, left: 10 }
// 20 pixels per unit across, 10 up.
const view = viewOf({ width: 420, height: 220, text: 13 }, { x: [-10, 10], y: [-10, 10] }, margins)

const vector = (value: readonly [number, number], rest: Partial<Vector> = {}): Vector => ({
  name: 'g',
  role: 'gradient',
  form: 'arrow',
  label: 'gradient',
  isSlot: false,
  isMove: false,
  value,
  ...rest,
})

const drawn = (vectors: readonly Vector[], rest: Partial<VectorsPicture> = {}) =>
  shapesOf({
    view,
    at: [0, 0],
    vectors,
    scales: () => 'axes',
    taken: [],
    space: { bounds: { x: 10, y: 10, width: 400, height: 200 }, fontSize: 13 },
    ...rest,
  })

/** The corners of a path, in order. */
const points = (path = '') =>
  [...path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])

describe('an arrow', () => {
  test('to the scale of the axes ends where it leads, upwards for a larger y', () => {
    const [shape] = drawn([vector([4, 3])], { at: [1, 2] })
    expect(points(shape?.path).slice(0, 2)).toEqual([
      [view.x(1), view.y(2)],
      [view.x(5), view.y(5)],
    ])
  })

  test('has a closed head, on the line and no longer than the arrow', () => {
    const [path] = drawn([vector([0.2, 0])]).map((shape) => shape.path)
    expect(path?.endsWith('Z')).toBe(true)
    const [, , left, tip, right] = points(path) as [number, number][]
    expect(tip).toEqual([214, 110])
    expect(left?.[0]).toBe(210)
    expect((left?.[1] ?? 0) + (right?.[1] ?? 0)).toBe(220)
  })

  test('that leaves the picture is cut at its edge, with an open head', () => {
    for (const [value, end] of [
      [
        [40, 0],
        [410, 110],
      ],
      [
        [-40, 0],
        [10, 110],
      ],
      [
        [0, 1e6],
        [210, 10],
      ],
      [
        [-20, -20],
        [10, 210],
      ],
      [
        [10, -40],
        [260, 210],
      ],
    ] as const) {
      const [path] = drawn([vector(value)]).map((shape) => shape.path)
      expect(points(path)[1]).toEqual(end.map((d) => expect.closeTo(d, 9)))
      expect(path?.endsWith('Z')).toBe(false)
    }
  })

  test('to a scale of its own keeps the direction that its step would have', () => {
    const [own] = drawn([vector([3, 4])], { scales: () => 7 })
    const [axes] = drawn([vector([3, 4])])
    const angles = [own, axes].map((shape) => Math.atan2(...(shape?.reach ?? [0, 0])))
    expect(angles[0]).toBeCloseTo(angles[1] as number, 9)
    // Where a unit is as long up as across, that many pixels are one.
    const even = viewOf(
      { width: 420, height: 220, text: 13 },
      { x: [-10, 10], y: [-5, 5] },
      margins,
    )
    const [shape] = drawn([vector([3, 4])], { scales: () => 7, view: even })
    expect(shape?.reach).toEqual([expect.closeTo(21, 9), expect.closeTo(-28, 9)])
  })

  test('too short for one is a dot, and so is nothing at all', () => {
    for (const value of [
      [0, 0],
      [0.1, 0.1],
    ] as const)
      expect(drawn([vector(value)])[0]?.path).toMatch(/^M208,110a.*a/)
  })

  test('grows alone, from the point', () => {
    const shapes = drawn([vector([4, 0]), vector([4, 0], { name: 'm' })], {
      growth: { name: 'm', part: 0.25 },
    })
    expect(shapes.map(({ path }) => points(path)[1])).toEqual([
      [290, 110],
      [230, 110],
    ])
    expect(shapes[1]?.reach).toEqual([80, -0])
  })

  test('that no number is left for is not drawn', () => {
    expect(drawn([vector([1e308, 0])], { scales: () => 1e200 })).toEqual([])
  })
})

describe('a box', () => {
  const box = vector([2, 3], { form: 'box', name: 'v' })

  test('has its half sides around the point', () => {
    expect(drawn([box])[0]?.path).toBe('M170,80H250V140H170Z')
  })

  test('lies under the arrows', () => {
    expect(drawn([vector([4, 3]), box]).map(({ vector: { name } }) => name)).toEqual(['v', 'g'])
  })

  test('far larger than the picture is still one', () => {
    const [shape] = drawn([{ ...box, value: [1e200, 1] }])
    expect(shape?.path).toBe('M-99790,100H100210V120H-99790Z')
  })
})

test('nothing is drawn of a point outside of the picture', () => {
  expect(drawn([vector([1, 1])], { at: [11, 0] })).toEqual([])
  expect(drawn([vector([1, 1])], { at: [0, Number.NaN] })).toEqual([])
})
