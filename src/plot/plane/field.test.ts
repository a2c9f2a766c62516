import { describe, expect, test } from 'vitest'
import { slopesOf } from '../../core/landscape/slopes.ts'
import { readLoss } from '../../core/loss/loss.ts'
import { svgPen } from '../picture/svgPen.ts'
import { viewOf } from '../view.ts'
import { paintField } from './field.ts'

const margins = { top: 10, right: 20, bottom: 30, left: 40 }
const size = { width: 700, height: 500, text: 13 }
const square = { x: [-4, 4], y: [-3, 3] } as const

/** Tail and tip of each arrow, in pixels. */
function arrowsOf(
  f: string,
  window: { x: readonly [number, number]; y: readonly [number, number] } = square,
) {
  const view = viewOf(size, window, margins)
  const pen = svgPen()
  paintField(pen, view, slopesOf(readLoss(f)), 'gray')
  const numbers = [...pen.text().matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  )
  const arrows = numbers.flatMap(([x, y], i) => {
    const [tipX, tipY] = numbers[i + 1] ?? [0, 0]
    return i % 5 === 0 ? [{ x, y, across: tipX - x, down: tipY - y }] : []
  })
  return { view, arrows }
}

describe('the field of slopes', () => {
  test('points downhill everywhere: on a bowl to its middle', () => {
    const { view, arrows } = arrowsOf('x^2 + y^2', { x: [-4, 4], y: [-2.875, 2.875] })
    expect(arrows.length).toBe(14 * 10)
    for (const { x, y, across, down } of arrows) {
      const [toX, toY] = [view.x(0) - x, view.y(0) - y]
      // The sine of the angle between the arrow and the way to the middle; numbers are written with two decimals.
      const turn = (across * toY - down * toX) / (Math.hypot(across, down) * Math.hypot(toX, toY))
      expect(Math.abs(turn)).toBeLessThan(0.01)
      expect(across * toX + down * toY).toBeGreaterThan(0)
    }
  })

  test('has arrows that stay in their places and in the picture', () => {
    for (const f of ['x^2 + y^2', '(1 - x)^2 + 100*(y - x^2)^2', 'exp(5*x)*sin(9*y)'])
      for (const { x, y, across, down } of arrowsOf(f).arrows) {
        expect(Math.hypot(across, down)).toBeLessThan(0.8 * 44 + 0.02)
        for (const [px, py] of [
          [x, y],
          [x + across, y + down],
        ] as const) {
          expect(px).toBeGreaterThan(margins.left)
          expect(px).toBeLessThan(size.width - margins.right)
          expect(py).toBeGreaterThan(margins.top)
          expect(py).toBeLessThan(size.height - margins.bottom)
        }
      }
  })

  test('is longer where it is steeper', () => {
    const { arrows } = arrowsOf('x^2')
    const row = arrows.slice(0, 14).map(({ across }) => Math.abs(across))
    for (let i = 1; i < 7; i++) expect(row[i]).toBeLessThanOrEqual(row[i - 1] as number)
    expect(row[6]).toBeLessThan(0.7 * (row[0] as number))
  })

  test('goes against the gradient on the screen where units differ', () => {
    const { view, arrows } = arrowsOf('x + y', { x: [-40, 40], y: [-1, 1] })
    for (const { across, down } of arrows) {
      expect(across).toBeLessThan(0)
      const [unitX, unitY] = [view.x(1) - view.x(0), view.y(1) - view.y(0)]
      // Numbers are written with two decimals, and the arrows are hardly a pixel wide.
      expect(across / down).toBeCloseTo(unitX / unitY, 3)
    }
  })

  test('has no arrows where there is no slope', () => {
    const { view, arrows } = arrowsOf('log(x) + log(y)')
    expect(arrows.length).toBeGreaterThan(20)
    for (const { x, y, across, down } of arrows) {
      expect(x + across / 2).toBeGreaterThan(view.x(0))
      expect(y + down / 2).toBeLessThan(view.y(0))
    }
    expect(arrowsOf('3 + 0*x*y').arrows).toEqual([])
    expect(arrowsOf('sqrt(-1 - x^2 - y^2)').arrows).toEqual([])
  })
})
