import { describe, expect, test } from 'vitest'
import { quotientKinds } from '../../../core/graphs/gradientCheck.ts'
import { wordsOn } from './errorLabels.ts'
import { errorPath, errorView, heightOf, widthUnder } from './errorView.ts'
import { along, endsOf, lineThrough, secantView, windowAround } from './secantView.ts'
import { comparisonsAt } from './slopes.ts'
import { checkOf } from './test/checkOf.ts'
import { secantInWords } from './words.ts'

const size = { width: 400, height: 220, text: 13 }

describe('the chart of errors', () => {
  test('has no number that cannot be drawn, whatever is checked', () => {
    for (const [f, x] of [
      ['exp(x)', 0],
      ['x^2', 3],
      ['abs(x)', 0],
      ['sqrt(x)', 0.01],
      ['log(x)', -1],
      ['x^2', 1e8],
      ['x^3', 0],
      ['3*x', 1],
    ] as const) {
      const { check, flanks } = checkOf(f, { x })
      const view = errorView(size, check)
      const { labels, slanted } = wordsOn(check, flanks, view)
      const paths = quotientKinds.map((kind) => errorPath(view, check.h, check.errors[kind]))
      expect(
        [
          ...paths,
          ...labels.map(({ box }) => JSON.stringify(box)),
          ...slanted.map((one) => JSON.stringify(one)),
        ].join(),
      ).not.toMatch(/NaN|Infinity|null/)
    }
  })
  test('has errors of 0 on its lower edge, and large h to the right', () => {
    const { check } = checkOf('x^2', { x: 3 })
    const view = errorView(size, check)
    expect(heightOf(view, 0)).toBe(view.y.range()[0])
    expect(view.x(1)).toBeGreaterThan(view.x(1e-16))
    expect(widthUnder(view, view.x(1e-5))).toBe(1e-5)
    expect(widthUnder(view, 1e4)).toBe(1)
  })
})

describe('secants', () => {
  test('have the window of the point, and poles no more of it than they are worth', () => {
    expect(windowAround((x) => x, 2)?.x).toEqual([0.5, 3.5])
    const [low = 0, high = 0] = windowAround((x) => 1 / x ** 2, 0.8)?.y ?? []
    expect(high - low).toBeLessThan(1e4)
    expect(windowAround(() => Number.NaN, 0)).toBeUndefined()
  })
  test('go through both places', () => {
    const { checked } = checkOf('x^2', { x: 3 })
    const f = along(checked)
    expect(endsOf('central', checked, 0.5)).toEqual([2.5, 3.5])
    const region = windowAround(f, 3)
    const view = region && secantView(size, region)
    expect(view && lineThrough(view, [3, 9], 6)).toMatch(/^M[-\d.]+,[-\d.]+L/)
    expect(view && lineThrough(view, [3, 9], Number.NaN)).toBe('')
    expect(view && lineThrough(view, [3, 9], 1e300)).not.toContain('NaN')
  })
  test('are told with their slopes', () => {
    const { checked, check } = checkOf('x^2', { x: 3 })
    expect(secantInWords(checked, 0.5, comparisonsAt(checked, check.exact, 0.5))).toBe(
      'f along x with secants at h = 0.5. Slopes: forward secant 6.5, central secant 6, tangent 6',
    )
  })
})
