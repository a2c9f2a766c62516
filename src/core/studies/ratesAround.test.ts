import { expect, test } from 'vitest'
import { ratesAround } from './ratesAround.ts'

const rising = (rates: readonly number[]) => [...rates].sort((a, b) => a - b)

test('are round numbers over three decades to each side, evenly far apart', () => {
  const rates = rising(ratesAround(0.02, 33))
  expect(rates).toHaveLength(33)
  expect(rates.slice(0, 6)).toEqual([1.6e-5, 2.5e-5, 4e-5, 6.3e-5, 1e-4, 1.6e-4])
  expect(rates[16]).toBe(0.025)
  expect(rates.at(-1)).toBe(40)
})

test('are the same whatever is in the middle, so that what is known of them stays', () => {
  const [a, b] = [ratesAround(0.02, 33), ratesAround(0.3, 33)]
  expect(a.filter((rate) => b.includes(rate))).toHaveLength(28)
})

test('are fewer over the same decades, coarse ones first', () => {
  const [all, half, few] = [33, 17, 9].map((count) => ratesAround(1, count)) as number[][]
  expect(half).toHaveLength(17)
  expect(few).toHaveLength(9)
  expect(all?.slice(0, 17)).toEqual(half)
  expect(half?.slice(0, 9)).toEqual(few)
  expect(rising(few ?? []).at(0)).toBe(rising(all ?? []).at(0))
})

test('lie around another one where there is none above 0', () => {
  for (const center of [0, -1, Number.NaN])
    expect(ratesAround(center, 9, 1)).toEqual(ratesAround(1, 9))
  expect(ratesAround(1e300, 9).every(Number.isFinite)).toBe(true)
})
