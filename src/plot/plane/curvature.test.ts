import { describe, expect, test } from 'vitest'
import { localModels, type Pair } from '../../core/analysis/localModels.ts'
import { readLoss } from '../../core/loss/loss.ts'
import { viewOf } from '../view.ts'
import { namedLines } from './curvatureLines.ts'
import { ellipsePoints, kindOf, radius, stepInPixels } from './curvatureShapes.ts'
import { levelLines, modelsInPixels, pixelsPer } from './modelLevels.ts'

const margins = { top: 0, right: 0, bottom: 0, left: 0 }
/** 50 pixels for each unit of x, 25 for each of y. */
const view = viewOf({ width: 400, height: 200, text: 13 }, { x: [-4, 4], y: [-4, 4] }, margins)
const per = pixelsPer(view)
const at: Pair = [-1, 0.5]
const bowl = localModels(readLoss('x^2 + 4*y^2 + 2*x*y'), at)
const saddle = localModels(readLoss('x^2 - y^2 + x*y'), at)

test('the second variable rises where pixels fall', () => {
  expect(per).toEqual([50, -25])
})

describe('level lines', () => {
  const { linear, quadratic } = modelsInPixels(bowl, per)
  const saddled = modelsInPixels(saddle, per).quadratic

  test.each([
    ['the bowl’s quadratic model', quadratic],
    ['the saddle’s quadratic model', saddled],
    ['the linear model', linear],
  ])('of %s are level and end at the circle', (_, model) => {
    const lines = levelLines(model, radius)
    const heights = lines.map((line) => line.map((point) => model(...point)))
    const all = heights.flat()
    const spread = Math.max(...all) - Math.min(...all)
    expect(lines.length).toBeGreaterThan(5)
    for (const [i, line] of lines.entries()) {
      const mean = (heights[i] ?? []).reduce((a, b) => a + b, 0) / line.length
      for (const height of heights[i] ?? [])
        expect(Math.abs(height - mean)).toBeLessThan(spread / 80)
      for (const [x, y] of line) expect(Math.hypot(x, y)).toBeLessThan(radius + 1e-9)
    }
  })
  test('of the linear model follow each other at a quarter of the radius, one through the point', () => {
    const slope: Pair = [linear(1, 0), linear(0, 1)]
    const distances = levelLines(linear, radius)
      .map((line) => linear(...(line[0] as Pair)) / Math.hypot(...slope))
      .sort((a, b) => a - b)
    expect(distances.some((distance) => Math.abs(distance) < 1e-6)).toBe(true)
    distances.slice(1).forEach((distance, i) => {
      expect(distance - (distances[i] as number)).toBeCloseTo(radius / 4, 0)
    })
  })
  test('there are none where nothing falls', () => {
    const flat = modelsInPixels(localModels(readLoss('0*x + 0*y + 1'), at), per)
    expect(levelLines(flat.linear, radius)).toEqual([])
  })
})

describe('the ellipse', () => {
  test('is level for the quadratic part, in pixels of two scales', () => {
    const bend = (points: readonly Pair[]) =>
      points.map(([x, y]) => {
        const [dx, dy] = [x / per[0], y / per[1]]
        return 2 * dx * dx + 8 * dy * dy + 4 * dx * dy
      })
    const heights = bend(ellipsePoints(bowl, per))
    for (const height of heights) expect(height).toBeCloseTo(heights[0] as number, 10)
  })
  test('fits into the circle', () => {
    const reach = Math.max(...ellipsePoints(saddle, per).map((point) => Math.hypot(...point)))
    expect(reach).toBeGreaterThan(40)
    expect(reach).toBeLessThan(radius)
  })
  test('is all but a line where nothing bends one way, and nothing where nothing bends at all', () => {
    const points = ellipsePoints(localModels(readLoss('x^2 + y'), at), [50, -50])
    for (const [x] of points) expect(Math.abs(x)).toBeLessThan(1)
    expect(ellipsePoints(localModels(readLoss('x + y'), at), per)).toEqual([])
  })
  test('says from the signs of its axes what it is', () => {
    expect(kindOf(bowl)).toBe('bowl')
    expect(kindOf(saddle)).toBe('saddle')
    expect(kindOf(localModels(readLoss('-x^2 - y^2'), at))).toBe('hill')
  })
})

describe('the named lines', () => {
  const show = { ellipse: true, linear: true, quadratic: true }
  test('Newton’s leads to the minimum of a bowl', () => {
    const newton = namedLines(bowl, show, per).find(({ kind }) => kind === 'newton')
    expect(newton?.to[0]).toBeCloseTo(50, 10)
    expect(newton?.to[1]).toBeCloseTo(12.5, 10)
  })
  test('a saddle has none of Newton’s, and one direction that bends down', () => {
    const lines = namedLines(saddle, show, per)
    expect(lines.map(({ kind }) => kind)).toEqual(['bend', 'bend', 'descent'])
    expect(lines.map(({ isDown }) => isDown)).toEqual([false, true, undefined])
    expect(lines[0]?.text).toBe('λ₁ = 2.236')
  })
  test('a step out of every picture keeps its direction', () => {
    const [x, y] = stepInPixels([1e9, 1e9], per)
    expect(x / y).toBeCloseTo(-2, 12)
    expect(Math.hypot(x, y)).toBeLessThan(1e5)
  })
  test('of slopes that are infinite or as large as numbers get, what is drawn has pixels', () => {
    for (const [f, point] of [
      ['asin(x) + y^2', [-1, 0.5]],
      ['1e308*x + y^2', [1, 0.5]],
      ['1e300*x^2 + 1e300*y^2', [1, 1]],
    ] as const)
      for (const { from, to } of namedLines(localModels(readLoss(f), [...point]), show, per))
        for (const pixels of [...from, ...to]) expect(pixels, f).toSatisfy(Number.isFinite)
  })
})
