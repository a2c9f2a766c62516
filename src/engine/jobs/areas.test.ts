import { describe, expect, test } from 'vitest'
import { gridOf } from '../../core/landscape/grid.ts'
import type { Area, Grid, Levels, Region } from '../../core/landscape/landscape.ts'
import { parseLoss } from '../../core/language/loss.ts'
import { areasOf, definedArea } from './areas.ts'

const region: Region = { x: [-2, 2], y: [-2, 2] }
const side = 200
const cell = 4 / (side - 1)

const gridOfText = (text: string, over = region) =>
  gridOf(parseLoss(text), ['x', 'y'], over, side, side)
const plain = (...values: number[]): Levels => ({
  values: Float64Array.from(values),
  kind: 'quantiles',
  floor: Number.NaN,
})
const above = (floor: number, ...values: number[]): Levels => ({
  values: Float64Array.from(values),
  kind: 'logarithmic',
  floor,
})
const areaAbove = (grid: Grid, levels: Levels) => [...areasOf(grid, levels)][0] as Area

function ringsOf({ points, ends }: Area): [number, number][][] {
  return Array.from(ends, (end, r) => {
    const begin = r === 0 ? 0 : (ends[r - 1] as number)
    return Array.from({ length: (end - begin) / 2 }, (_, i) => [
      points[begin + 2 * i] as number,
      points[begin + 2 * i + 1] as number,
    ])
  })
}

/** With a sign: holes turn the other way round. */
const sizeOf = (ring: readonly (readonly [number, number])[]) =>
  ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring.at(i - 1) as readonly [number, number]
    return sum + (u * y - x * v) / 2
  }, 0)
const sizesOf = (area: Area) => ringsOf(area).map(sizeOf)
const sizeOfAll = (area: Area) => Math.abs(sizesOf(area).reduce((a, b) => a + b, 0))

describe('the area above a level', () => {
  test.each([
    ['by values', plain(1)],
    ['by logarithms', above(0, 1)],
  ])(
    'of x² + y² at 1 has the unit circle as its hole, within a hundredth of a cell, %s',
    (_, levels) => {
      const rings = ringsOf(areaAbove(gridOfText('x^2 + y^2'), levels))
      expect(rings).toHaveLength(2)
      const hole = rings.find((ring) => Math.abs(sizeOf(ring)) < 8) ?? []
      expect(hole.length).toBeGreaterThan(side)
      for (const [x, y] of hole) expect(Math.abs(Math.hypot(x, y) - 1)).toBeLessThan(cell / 100)
      expect(Math.abs(sizeOf(hole))).toBeCloseTo(Math.PI, 3)
    },
  )

  test('has its other borders on the edges of the region', () => {
    const area = areaAbove(gridOfText('x'), plain(0.5))
    expect(sizeOfAll(area)).toBeCloseTo(1.5 * 4, 10)
    const [ring = []] = ringsOf(area)
    expect(Math.max(...ring.map(([x]) => x))).toBe(2)
    expect(Math.min(...ring.map(([x]) => x))).toBeCloseTo(0.5, 12)
    expect(Math.min(...ring.map(([, y]) => y))).toBe(-2)
    expect(Math.max(...ring.map(([, y]) => y))).toBe(2)
  })

  test('is in the units of the region, x and y not mixed up', () => {
    const wide: Region = { x: [100, 300], y: [-1e-3, 1e-3] }
    const [ring = []] = ringsOf(areaAbove(gridOfText('x + 0*y', wide), plain(250)))
    expect(Math.min(...ring.map(([x]) => x))).toBeCloseTo(250, 9)
    expect(Math.max(...ring.map(([, y]) => y))).toBe(1e-3)
  })

  test('near the floor logarithms follow a steep valley better than values', () => {
    const grid = gridOfText('(x^2 + y^2)^4')
    const farOff = (levels: Levels) => {
      const [hole = []] = ringsOf(areaAbove(grid, levels)).filter((r) => Math.abs(sizeOf(r)) < 8)
      return Math.max(...hole.map(([x, y]) => Math.abs(Math.hypot(x, y) - 0.1)))
    }
    expect(farOff(above(0, 1e-8))).toBeLessThan(farOff(plain(1e-8)) / 2)
  })

  test('shrinks from level to level', () => {
    const values = [0.01, 0.1, 0.5, 1, 2, 3, 5]
    const sizes = [...areasOf(gridOfText('x^2 + y^2'), above(0, ...values))].map(sizeOfAll)
    sizes.forEach((size, i) => {
      expect(size).toBeLessThan(i === 0 ? 16 : (sizes[i - 1] as number))
      if ((values[i] as number) < 4)
        expect(size).toBeCloseTo(16 - Math.PI * (values[i] as number), 2)
    })
  })

  test('has as many holes as there are minima below the level', () => {
    const four = '(x^2 - 1)^2 + (y^2 - 1)^2'
    const sizes = sizesOf(areaAbove(gridOfText(four), above(0, 0.1)))
    expect(sizes).toHaveLength(5)
    expect(sizes.filter((size) => Math.sign(size) === Math.sign(Math.max(...sizes)))).toHaveLength(
      Math.max(...sizes) > 8 ? 1 : 4,
    )
  })

  test('goes all over the region below all values, and is nothing above them', () => {
    const grid = gridOfText('x^2 + y^2')
    expect(sizeOfAll(areaAbove(grid, plain(-1)))).toBeCloseTo(16, 12)
    expect(areaAbove(grid, plain(9)).ends).toHaveLength(0)
  })
})

describe('where a loss is undefined', () => {
  test('there is no area, and none is defined', () => {
    const grid = gridOfText('sqrt(x) + 0*y')
    expect(sizeOfAll(areaAbove(grid, plain(-1)))).toBeCloseTo(8, 0)
    expect(Math.abs(sizeOfAll(definedArea(grid)) - 8)).toBeLessThan(4 * cell)
    for (const ring of ringsOf(definedArea(grid)))
      for (const [x] of ring) expect(x).toBeGreaterThan(-cell)
  })

  test('in a circle, it is a hole', () => {
    const sizes = sizesOf(definedArea(gridOfText('log(x^2 + y^2 - 1)'))).map(Math.abs)
    expect(sizes).toHaveLength(2)
    expect(Math.max(...sizes)).toBeCloseTo(16, 12)
    expect(Math.abs(Math.min(...sizes) - Math.PI)).toBeLessThan(Math.PI * cell * 2)
  })

  test('everywhere, nothing is left, and where it is nowhere, all', () => {
    expect(definedArea(gridOfText('log(-1 - x^2*y^2)')).ends).toHaveLength(0)
    expect(sizeOfAll(definedArea(gridOfText('x*y')))).toBeCloseTo(16, 12)
  })

  test('no point of any ring is NaN or infinite', () => {
    for (const text of ['1/(x*y)', 'log(x)/y', 'exp(exp(3x + 3y))', 'x/0 + y']) {
      const grid = gridOfText(text)
      for (const area of [...areasOf(grid, plain(-5, 0, 1, 7)), definedArea(grid)])
        expect(area.points.every(Number.isFinite)).toBe(true)
    }
  })
})
