import { describe, expect, test } from 'vitest'
import type { Sharpness } from '../../core/analysis/sharpness.ts'
import { ticksOf } from '../scale.ts'
import {
  areaAbove,
  limitInWords,
  limitLabel,
  limitPath,
  sharpnessInWords,
  sharpnessView,
  stairsOf,
} from './sharpnessView.ts'

const size = { width: 164, height: 134, text: 13 }
const measured = (sharpness: number[], limit: number[], law = '2/η'): Sharpness => ({
  steps: Int32Array.from(sharpness.keys()),
  sharpness: Float64Array.from(sharpness),
  limit: Float64Array.from([...limit, Number.NaN]),
  law,
})
const steady = measured([30, 20, 10, 5, 4], [20, 20, 20, 20])

/** As paths write it. */
const pixel = (value: number) => Number(value.toFixed(1))

describe('the limit', () => {
  test('that stays the same is one straight line, and all above it is one area', () => {
    const view = sharpnessView(size, steady, false)
    const stairs = stairsOf(steady, view)
    const level = pixel(view.y(20))
    expect(limitPath(stairs, view)).toBe(`M61,${level}L152,${level}`)
    expect(areaAbove(stairs, view)).toBe(`M61,${level}L152,${level}L152,10L61,10Z`)
    expect(limitInWords(steady)).toBe('2/η = 20')
  })
  test('of a schedule is stairs that hang together', () => {
    const falling = measured([30, 20, 10, 5, 4], [20, 20, 30, 30])
    const view = sharpnessView(size, falling, false)
    const [low, high] = [pixel(view.y(20)), pixel(view.y(30))]
    expect(limitPath(stairsOf(falling, view), view)).toBe(
      `M61,${low}L106.5,${low}L106.5,${high}L152,${high}`,
    )
    expect(limitInWords(falling)).toBe('2/η = 20 to 30')
  })
  test('is broken where there is none', () => {
    const broken = measured([30, 20, 10, 5], [20, Number.NaN, 20])
    const view = sharpnessView(size, broken, false)
    expect(limitPath(stairsOf(broken, view), view).match(/M/g)).toHaveLength(2)
  })
  test('that is far above leaves the room to the curve, and its words point up', () => {
    const far = measured([3, 2, 2], [1e6, 1e6])
    const view = sharpnessView(size, far, false)
    expect(view.y.domain()[1]).toBeLessThan(5)
    const stairs = stairsOf(far, view)
    expect(limitPath(stairs, view)).toBe('')
    expect(limitLabel(far, stairs, view)?.text).toBe('2/η = 10⁶ ↑')
  })
})

describe('a logarithmic scale', () => {
  test('holds what is above 0', () => {
    const [low = 0, high = 0] = sharpnessView(size, measured([-5, 1e-3, 40], []), true).y.domain()
    expect(low).toBe(1e-3)
    expect(high).toBe(100)
  })
  test('has only as many numbers as have room', () => {
    const view = sharpnessView(size, measured([1100, 9000], []), true)
    expect(ticksOf(view.y, 4)).toEqual([1000, 2000, 3000, 4000, 10000])
  })
})

test('in a sentence it has all of its numbers', () => {
  expect(sharpnessInWords(steady)).toBe(
    'Sharpness over 4 steps: 30 at first, 4 at the end; limit 2/η = 20',
  )
  expect(sharpnessInWords({ ...steady, law: undefined })).toBe(
    'Sharpness over 4 steps: 30 at first, 4 at the end',
  )
})
