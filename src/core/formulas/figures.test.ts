import { expect, test } from 'vitest'
import { evenFigures, figuresNeeded } from './figures.ts'

const given = (...values: number[]) => values.map((value) => ({ value, exact: false }))

test('four figures where they are enough', () => {
  expect(figuresNeeded((a, b) => (a as number) * (b as number), given(0.5, 0.25), 0.125)).toBe(4)
})

test('five where a hand calculation with four would end one digit off', () => {
  const m = (before: number, g: number) => 0.9 * before + (1 - 0.9) * g
  const [before, g] = [0.149466, 0.700217]
  expect((0.9 * 0.1495 + 0.1 * 0.7002).toFixed(4)).not.toBe(m(before, g).toFixed(4))
  expect(figuresNeeded(m as never, given(before, g), m(before, g))).toBe(5)
})

test('more where numbers cancel, but not without end', () => {
  const difference = (a: number, b: number) => a - b
  expect(
    figuresNeeded(difference as never, given(1.2345678, 1.2345123), 0.0000555),
  ).toBeGreaterThan(6)
  expect(figuresNeeded(difference as never, given(1.23456789012, 1.23456789001), 1.1e-10)).toBe(8)
})

test('exact numbers are not rounded', () => {
  expect(figuresNeeded((a) => a as number, [{ value: 1.23456, exact: true }], 1.23456)).toBe(4)
})

test('as many figures for the result as for what leads there, where that holds', () => {
  const m = ((before: number, g: number) => 0.9 * before + (1 - 0.9) * g) as never
  const [before, g] = [0.0605049, 0.2548103]
  const result = 0.9 * before + (1 - 0.9) * g
  const figures = evenFigures(m, given(before, g), result) as number
  const short = (value: number) => Number(value.toPrecision(figures))
  const halfUnit = 0.5000001 * 10 ** (Math.floor(Math.log10(result)) - figures + 1)
  const byHand = 0.9 * short(before) + 0.1 * short(g)
  expect(Math.abs(byHand - short(result))).toBeLessThanOrEqual(halfUnit)
  const difference = ((a: number, b: number) => a - b) as never
  expect(evenFigures(difference, given(1.23456789012, 1.23456789001), 1.1e-10)).toBeUndefined()
})
