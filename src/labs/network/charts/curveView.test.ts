import { describe, expect, test } from 'vitest'
import { accuracyRange, curvePath, curveView, endsOf, epochUnder, lossRange } from './curveView.ts'
import type { Racer } from './racers.ts'

const none = new Float64Array()
const racer = (losses: readonly number[], run = 0, validation: readonly number[] = []): Racer => ({
  label: `run ${run}`,
  run,
  losses: Float64Array.from(losses),
  validation: Float64Array.from(validation),
  accuracy: none,
})
const size = { width: 300, height: 200, text: 13 }
const viewOf = (losses: readonly number[], isLog = false, epochs = 100) => {
  const [low, high] = lossRange([racer(losses)], isLog)
  return curveView(size, { epochs, low, high, isLog })
}

describe('the scales', () => {
  test('hold all losses, of training and validation', () => {
    expect(lossRange([racer([4, 2, 1], 0, [5, 3]), racer([3, 0.5], 1)], false)).toEqual([0.5, 5])
  })

  test('let a loss leave that explodes', () => {
    expect(lossRange([racer([4, 2, 1e30, Number.POSITIVE_INFINITY])], false)).toEqual([2, 12])
    expect(lossRange([racer([4, 2, 1e30])], true)).toEqual([2, 4e4])
  })

  test('have a logarithm of what is above 0 only', () => {
    expect(lossRange([racer([4, 1, 0])], true)).toEqual([1, 4])
    expect(
      viewOf([0, 0], true)
        .y.domain()
        .every((end) => end > 0),
    ).toBe(true)
  })

  test('have a size before anything is known', () => {
    for (const isLog of [false, true]) {
      const [low, high] = lossRange([racer([])], isLog)
      expect(high).toBeGreaterThan(low)
    }
  })

  test('of accuracies begin a ten below the least', () => {
    const accuracy = Float64Array.of(0.52, 0.91, 1)
    const [low, high] = accuracyRange([{ ...racer([]), accuracy }])
    expect([low <= 50 && low > 40, high >= 100]).toEqual([true, true])
    const perfect = accuracyRange([{ ...racer([]), accuracy: Float64Array.of(1, 1) }])
    expect(perfect[0]).toBeLessThan(95)
  })
})

describe('a path', () => {
  test('has at most four points a pixel, however many epochs there are', () => {
    const values = Float64Array.from({ length: 100_000 }, (_, k) => 1 + Math.sin(k))
    const view = viewOf([...values], false, values.length)
    const points = curvePath(values, view).split('L').length
    expect(points).toBeLessThan(4 * size.width)
    expect(points).toBeGreaterThan(size.width)
  })

  test('stays in what can be drawn where a loss explodes', () => {
    const view = viewOf([1, 0.5])
    const numbers = curvePath(Float64Array.of(1, 0.5, 1e300), view).match(/-?[\d.]+/g) ?? []
    expect(numbers.map(Number).every((value) => Math.abs(value) <= 1e4)).toBe(true)
  })
})

test('the epoch under a pixel is one that is known', () => {
  const view = viewOf([1, 0.5])
  expect(epochUnder(view, view.x(40.3), 60)).toBe(40)
  expect(epochUnder(view, view.x(90), 60)).toBe(60)
  expect(epochUnder(view, 0, 60)).toBe(0)
})

describe('the ends of curves', () => {
  test('keep apart where they come together, inside the picture', () => {
    const racers = [0.1, 0.11, 0.1, 0.12, 0.1].map((last, run) => racer([4, last], run))
    const view = viewOf([4, 0.1])
    const ends = endsOf(racers, view, 13)
    const ys = ends.map(({ y }) => y).sort((a, b) => a - b)
    ys.slice(1).forEach((y, i) => {
      expect(y - (ys[i] as number)).toBeGreaterThan(12.9)
    })
    expect(ys.at(-1)).toBeLessThanOrEqual(size.height - view.margins.bottom)
  })

  test('stay where they are when others ended elsewhere', () => {
    const view = viewOf([4, 0.1])
    const [a, b] = endsOf([racer([4, 2]), racer([4, ...Array(60).fill(3), 2], 1)], view, 13)
    expect([a?.y, b?.y]).toEqual([view.y(2), view.y(2)])
  })

  test('are the last finite ones', () => {
    const view = viewOf([4, 2])
    expect(endsOf([racer([4, 2, Number.NaN])], view, 0)).toMatchObject([{ x: view.x(1) }])
    expect(endsOf([racer([])], view, 0)).toEqual([])
  })
})
