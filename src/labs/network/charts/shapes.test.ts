import { describe, expect, test } from 'vitest'
import { normal } from '../../../core/random.ts'
import {
  histogramPath,
  placeOfRatio,
  placeOfZero,
  rangeInWords,
  ratioInWords,
} from './layerShapes.ts'
import { rateAt, ratePath, ratesInWords, rateView } from './rateView.ts'
import { ofBatch, reachOf, roseInWords, rosePath, spreadOf } from './roseShapes.ts'

describe('learning rates', () => {
  const size = { width: 300, height: 120, text: 13 }
  const rates = (values: readonly number[], run = 0) => ({
    label: `run ${run}`,
    run,
    rates: Float64Array.from(values),
  })

  test('are level for each batch, and leap between them', () => {
    const one = rates([0.1, 0.1, 0.05])
    const view = rateView(size, [one], false)
    const [a, b, c] = [0, 2, 3].map((k) => view.x(k).toFixed(1))
    const [high, low] = [0.1, 0.05].map((rate) => view.y(rate).toFixed(1))
    expect(ratePath(one.rates, view)).toBe(`M${a},${high}H${b}V${low}H${c}`)
  })

  test('of many batches have few points', () => {
    const many = rates(Array.from({ length: 50_000 }, (_, k) => 1 / (k + 1)))
    expect(ratePath(many.rates, rateView(size, [many], false)).length).toBeLessThan(20_000)
  })

  test('have a place on a logarithmic scale if they are above 0', () => {
    const one = rates([0.1, 0, 0.01])
    const view = rateView(size, [one], true)
    expect(view.y.domain()).toEqual([0.01, 0.1])
    expect(ratePath(one.rates, view).match(/M/g)).toHaveLength(2)
  })

  test('are told at each batch, at the end the last one', () => {
    expect([0, 1.5, 9].map((step) => rateAt(Float64Array.of(3, 2, 1), step))).toEqual([3, 2, 1])
  })

  test('are told in a sentence with what was changed', () => {
    const words = ratesInWords([rates([0.1, 0.1])], [{ at: 1, words: 'Batch size 32 → 64' }])
    expect(words).toBe(
      'Learning rate over 2 batches: 0.1; changed before batch 2: Batch size 32 → 64',
    )
    expect(ratesInWords([rates([0.1, 0.4, 0.2]), rates([1], 1)], [])).toMatch(
      'run 0: from 0.1 to 0.2, at most 0.4. run 1: 1',
    )
  })
})

describe('layers', () => {
  const histogram = (counts: readonly number[], from = -1, to = 1) => ({
    from,
    to,
    counts: Uint32Array.from(counts),
  })

  test('have histograms as stairs, the fullest part as high as the box', () => {
    expect(histogramPath(histogram([1, 4]))).toBe('M0,1V0.750H0.5000V0.000H1.0000V1Z')
    expect(histogramPath(histogram([0, 0]))).toBe('')
  })

  test('say where 0 lies, and how far they go', () => {
    expect(placeOfZero(histogram([1], -1, 3))).toBe(0.25)
    expect(placeOfZero(histogram([1], 1, 3))).toBe(undefined)
    expect(placeOfZero(histogram([1], 0, 0))).toBe(undefined)
    expect(rangeInWords(histogram([1], -0.312, 0.312))).toBe('±0.31')
    expect(rangeInWords(histogram([1], -0.2, 0.5))).toBe('−0.2 … 0.5')
  })

  test('have ratios on a logarithmic scale that ends', () => {
    const places = [1e-9, 1e-7, 10 ** -3.5, 1, 5].map(placeOfRatio)
    expect(places.map((place) => Number(place.toFixed(9)))).toEqual([0, 0, 0.5, 1, 1])
    expect([1e-5, 1e-3, 0.1, Number.NaN].map(ratioInWords)).toEqual([
      'low',
      'healthy',
      'high',
      'no step yet',
    ])
  })
})

describe('the rose of a batch', () => {
  const samples = Array.from({ length: 4000 }, (_, i) => ({
    along: 1 + 2 * normal(1, i),
    across: 0.5 * normal(2, i),
  }))

  test('knows how far its samples scatter, and what their mean leaves of that', () => {
    const spread = spreadOf(samples)
    expect(spread.along).toBeCloseTo(2, 1)
    expect(spread.across).toBeCloseTo(0.5, 1)
    // The means of batches of 16, which are off by as much as is said.
    const means = Array.from({ length: 250 }, (_, b) => {
      const batch = samples.slice(16 * b, 16 * b + 16)
      return { along: batch.reduce((sum, { along }) => sum + along / 16, 0), across: 0 }
    })
    expect(spreadOf(means).along).toBeCloseTo(ofBatch(spread, 16).along, 1)
  })

  test('shows the mean, and all samples but the longest', () => {
    expect(reachOf([])).toBeGreaterThan(1)
    const reach = reachOf([...samples, { along: 1e6, across: 0 }])
    expect(reach).toBeLessThan(10)
    const inside = samples.filter(({ along }) => Math.abs(along) < reach)
    expect(inside.length / samples.length).toBeGreaterThan(0.9)
  })

  test('draws a line for each sample, upward along the mean', () => {
    expect(rosePath([{ along: 2, across: -1 }], 10)).toBe('M0,0L-10.0,-20.0')
  })

  test('says what a larger batch would do', () => {
    expect(roseInWords(2, 16)).toBe(
      'The gradient of a single sample is off by 2 times the length of the mean; the mean of 16 samples by 0.5 times, √16 times less; four times as many samples halve that.',
    )
    expect(roseInWords(2, 1)).not.toMatch('√')
  })
})
