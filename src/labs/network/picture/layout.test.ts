import { describe, expect, test } from 'vitest'
import { drawnUnits, layoutOf, placeIn } from './layout.ts'
import { room } from './test/room.ts'

const phone = { ...room, width: 328, isCoarse: true }

describe.each([
  [[1, 256, 256, 256, 1]],
  [[2, 8, 8, 1]],
  [[2, 4, 3]],
  [[2, 1]],
  [[2, 16, 16, 16, 16, 16, 16, 1]],
  [[16, 1, 16]],
])('a network of %j', (sizes) => {
  test.each([
    ['a lab', room],
    ['a phone', phone],
    ['a wall', { ...room, width: 1400, height: 700, text: 24, isEdited: false }],
    ['a box that is far too low', { ...room, height: 40 }],
  ])('keeps its tiles apart and inside %s', (_, box) => {
    const { columns, width, height, head, foot } = layoutOf(sizes, box)
    expect(columns.map(({ units }) => units)).toEqual(sizes)
    expect(width).toBeGreaterThanOrEqual(box.width)
    for (const [k, { x, tile, ys, units }] of columns.entries()) {
      const bottom = ys.length < units ? height - foot : height
      expect(ys.length).toBeGreaterThan(0)
      expect(x - tile / 2).toBeGreaterThanOrEqual(box.left)
      expect(x + tile / 2).toBeLessThanOrEqual(width - box.right)
      const next = columns[k + 1]
      if (next) expect(next.x - next.tile / 2).toBeGreaterThan(x + tile / 2 + box.text)
      for (const [i, y] of ys.entries()) {
        if (height > head + foot) expect(y - tile / 2).toBeGreaterThanOrEqual(head)
        if (height > head + foot) expect(y + tile / 2).toBeLessThanOrEqual(bottom)
        expect((ys[i + 1] ?? Number.POSITIVE_INFINITY) - y).toBeGreaterThan(tile)
      }
    }
  })
})

test('layers of 16 units are drawn whole in the frame of a lab', () => {
  const { columns } = layoutOf([2, 16, 16, 16, 1], room)
  expect(columns.map(({ ys }) => ys.length)).toEqual([2, 16, 16, 16, 1])
})

test('of 256 units as many are drawn as can be seen well', () => {
  const { columns } = layoutOf([1, 256, 1], room)
  const [, { ys, tile } = { ys: [], tile: 0 }] = columns
  expect(ys.length).toBeGreaterThan(5)
  expect(ys.length).toBeLessThan(16)
  expect(tile).toBeGreaterThan(room.text)
})

test('units begin where they are wished to, and the last ones fill their column', () => {
  const seen = (first: number) =>
    drawnUnits(layoutOf([1, 256, 1], room, [0, first]).columns[1] as never)
  const count = seen(0).length
  expect(seen(10)).toEqual(seen(0).map((unit) => unit + 10))
  expect(seen(1000)).toEqual(seen(0).map((unit) => unit + 256 - count))
  expect(seen(-5)).toEqual(seen(0))
})

test('a network wider than a phone is scrolled to, not squeezed', () => {
  const { width, pitch } = layoutOf([2, 8, 8, 8, 8, 8, 8, 1], phone)
  expect(width).toBeGreaterThan(phone.width)
  expect(pitch).toBeGreaterThan(4 * phone.text)
})

test('two layers stand side by side in the middle of a wide frame', () => {
  const { columns } = layoutOf([2, 1], { ...room, width: 1200, left: 30, right: 30 })
  const [a, b] = columns.map(({ x }) => x) as [number, number]
  expect((a + b) / 2).toBeCloseTo(600)
})

test('a unit that is not drawn has no place', () => {
  const layout = layoutOf([1, 256, 1], room, [0, 20])
  expect(placeIn(layout, 1, 20)?.y).toBe(layout.columns[1]?.ys[0])
  expect(placeIn(layout, 1, 19)).toBeUndefined()
  expect(placeIn(layout, 1, 200)).toBeUndefined()
  expect(placeIn(layout, 3, 0)).toBeUndefined()
})
