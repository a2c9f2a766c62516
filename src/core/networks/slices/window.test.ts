import { expect, test } from 'vitest'
import { windowAround } from './window.ts'

const path = (...points: readonly number[]) => ({
  points: Float64Array.from(points),
  outside: new Float64Array(points.length / 2),
})

test('a path and the center are in sight, with air', () => {
  const { x, y } = windowAround(path(-10, 1, -5, 5, 0, 0), [], 0)
  expect(x[0]).toBe(-12)
  expect(x[1]).toBe(2)
  expect(y).toEqual([-1, 6])
})

test('what is asked for is in sight anyway', () => {
  expect(windowAround(path(0.1, 0.2, 0, 0), [], 1)).toEqual({ x: [-1.4, 1.4], y: [-1.4, 1.4] })
})

test('a straight path is not shown as a crooked one', () => {
  const { x, y } = windowAround(path(-8, 0, 0, 0), [], 0)
  expect(y[1] - y[0]).toBeCloseTo((x[1] - x[0]) / 4, 12)
  expect(y[0]).toBeCloseTo(-y[1], 12)
})

test('another path is followed only so far', () => {
  const { x, y } = windowAround(path(-10, 4, 0, 0), [path(-10, 4, 1e9, 6, Number.NaN, 0)], 0)
  expect(x).toEqual([-22, 62])
  expect(y[1]).toBeGreaterThan(6)
  expect(y[1] - y[0]).toBeCloseTo((x[1] - x[0]) / 4, 12)
})

test('where nothing moved there is still something to be seen', () => {
  const { x, y } = windowAround(path(0, 0), [], 0)
  expect(x[1]).toBeGreaterThan(0)
  expect(y[1]).toBeGreaterThan(0)
})
