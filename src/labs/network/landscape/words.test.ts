import { describe, expect, test } from 'vitest'
import type { Landscape } from '../../../core/landscape/landscape.ts'
import {
  heightAt,
  lowestInWords,
  measuredInWords,
  outsideInWords,
  pathInWords,
  planeTitles,
} from './words.ts'

/** 2x + y + 3 over a 3 × 3 grid, which a plane through neighbours is anywhere. */
const heights: Landscape = {
  region: { x: [-1, 1], y: [0, 4] },
  columns: 3,
  rows: 3,
  values: Float64Array.of(1, 3, 5, 3, 5, 7, 5, 7, 9),
  levels: { values: new Float64Array(), kind: 'even', floor: Number.NaN },
  areas: [],
  defined: { points: new Float64Array(), ends: new Uint32Array() },
}
const path = (...points: readonly number[]) => ({
  points: Float64Array.from(points),
  outside: Float64Array.from({ length: points.length / 2 }, (_, k) => 0.3 - 0.1 * k),
})

test('a principal direction says how much it explains', () => {
  expect(planeTitles([0.914, 0.05])).toEqual({
    x: 'direction 1 (explains 91\u00a0%)',
    y: 'direction 2 (explains 5\u00a0%)',
  })
  expect(planeTitles(undefined)).toEqual({ x: 'random direction 1', y: 'random direction 2' })
})

describe('the lowest loss in sight', () => {
  test('is said with its place', () => {
    expect(lowestInWords(heights)).toBe('Lowest loss in sight: 1 at (−1, 0).')
  })

  test('is not one that is not finite', () => {
    const values = Float64Array.of(Number.NaN, Number.NEGATIVE_INFINITY, 5, 3, 5, 7, 5, 7, 9)
    expect(lowestInWords({ ...heights, values })).toBe('Lowest loss in sight: 3 at (−1, 2).')
    expect(lowestInWords({ ...heights, values: values.fill(Number.NaN) })).toMatch(
      'no finite value',
    )
  })
})

test('between points of the grid heights lie between theirs, and there are none out of sight', () => {
  expect(heightAt(heights, 0.25, 3)).toBeCloseTo(6.5, 14)
  expect(heightAt(heights, 1, 4)).toBe(9)
  expect(heightAt(heights, 1.01, 4)).toBeNaN()
})

test('a path begins and ends somewhere', () => {
  expect(pathInWords('Adam', path(-0.5, 1, 9, 9, 0, 2), heights)).toBe(
    'Adam begins at (−0.5, 1), where the loss is 3, and ends at (0, 2), where the loss is 5.',
  )
  expect(pathInWords('SGD', path(-7, 1, Number.NaN, Number.NaN), heights)).toBe(
    'SGD begins at (−7, 1), and ends where nothing is finite.',
  )
})

test('what lies outside of the plane, and over how few points it is measured, is said where it matters', () => {
  expect(outsideInWords([path(1, 1, 0, 0)])).toMatch('up to 30\u00a0%')
  expect(outsideInWords([{ points: Float64Array.of(1, 1), outside: Float64Array.of(1e-9) }])).toBe(
    '',
  )
  expect(measuredInWords({ points: 124, of: 8000 })).toMatch('124 of the 8,000 training points')
  expect(measuredInWords({ points: 800, of: 800 })).toBe('')
})
