import { expect, test } from 'vitest'
import { acrossPaths, alongPaths, windowAround } from './window.ts'

const path = (...points: readonly number[]) => ({
  points: Float64Array.from(points),
  outside: new Float64Array(points.length / 2),
})

test('a path and the center are in sight, with air', () => {
  const { x, y } = windowAround(path(-10, 1, -5, 5, 0, 0), [], alongPaths)
  expect(x[0]).toBe(-12)
  expect(x[1]).toBe(2)
  expect(y).toEqual([-1, 6])
})

test('a path on a random plane takes a third of the window, however short it is there', () => {
  for (const size of [0.01, 0.4, 3]) {
    const { x, y } = windowAround(path(-size, size, 0, 0), [], acrossPaths)
    expect(x.map((end) => end / size)).toEqual([expect.closeTo(-2), expect.closeTo(1)])
    expect(y.map((end) => end / size)).toEqual([expect.closeTo(-1), expect.closeTo(2)])
  }
})

test('on a random plane all racers are in sight that have not left the size of the weights', () => {
  const [short, long] = [path(-0.01, 0, 0, 0), path(-0.01, 0, 0.6, -0.3)]
  const { x, y } = windowAround(short, [long], acrossPaths)
  expect(x[1]).toBeGreaterThan(0.6)
  expect(y[0]).toBeLessThan(-0.3)
  const { x: same } = windowAround(long, [short], acrossPaths)
  expect(same).toEqual(x)
  const { x: further } = windowAround(short, [path(-0.01, 0, 1e9, 0)], acrossPaths)
  expect(further[1]).toBeLessThan(3)
})

test('so little that numbers end there is not shown', () => {
  const { x } = windowAround(path(1e-8, 0, 0, 0), [], acrossPaths)
  expect(x).toEqual([-0.003, 0.003])
})

test('a straight path is not shown as a crooked one', () => {
  const { x, y } = windowAround(path(-8, 0, 0, 0), [], alongPaths)
  expect(y[1] - y[0]).toBeCloseTo((x[1] - x[0]) / 4, 12)
  expect(y[0]).toBeCloseTo(-y[1], 12)
})

test('another path is followed only so far', () => {
  const { x, y } = windowAround(
    path(-10, 4, 0, 0),
    [path(-10, 4, 1e9, 6, Number.NaN, 0)],
    alongPaths,
  )
  expect(x).toEqual([-22, 62])
  expect(y[1]).toBeGreaterThan(6)
  expect(y[1] - y[0]).toBeCloseTo((x[1] - x[0]) / 4, 12)
})

test.each([alongPaths, acrossPaths])(
  'where nothing moved there is still something to be seen',
  (surroundings) => {
    const { x, y } = windowAround(path(0, 0), [], surroundings)
    expect(x[1]).toBeGreaterThan(1)
    expect(y).toEqual(x)
  },
)
