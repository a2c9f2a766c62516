import { expect, test } from 'vitest'
import { isIn, nudged, type Range, rangeInWords } from './range.ts'

const share: Range = { least: 0, most: 1, isAbove: true }
const dropout: Range = { least: 0, most: 1, isBelow: true }
const units: Range = { least: 1, most: 256, isWhole: true }

test.each([
  [units, 'a whole number from 1 to 256'],
  [{ least: 0, most: 100_000, isWhole: true }, 'a whole number from 0 to 100,000'],
  [{ least: 0, isWhole: true }, 'a whole number, 0 or more'],
  [{ least: 0 }, 'a number, 0 or more'],
  [{ least: 0, isAbove: true }, 'a number above 0'],
  [{ most: 1, isBelow: true }, 'a number below 1'],
  [share, 'a number above 0 and at most 1'],
  [dropout, 'a number of at least 0 and below 1'],
  [{}, 'a number'],
])('%j is %s', (range, words) => {
  expect(rangeInWords(range)).toBe(words)
})

test.each([
  [units, [1, 256], [0, -1, 257, 2.5, 1e9, NaN, Infinity]],
  [{ least: 0, isWhole: true }, [0, 2 ** 53 - 1], [-1, 0.5, 1e300, NaN]],
  [share, [1e-9, 1], [0, -1, 1.1, NaN]],
  [dropout, [0, 0.95], [1, -0.1, NaN]],
  [{}, [-1e300, 0], [NaN, Infinity, -Infinity]],
] as const)('%j takes what is in it and nothing else', (range, inside, outside) => {
  expect(inside.filter((value) => !isIn(range, value))).toEqual([])
  expect(outside.filter((value) => isIn(range, value))).toEqual([])
})

test('arrow keys stay inside, also where an end is none of the numbers', () => {
  expect(nudged(units, 1, 256, 1)).toBe(256)
  expect(nudged(units, 10, 5, -1)).toBe(1)
  expect(nudged(share, 0.1, 0.1, -1)).toBe(0.1)
  expect(nudged(dropout, 0.1, 0.9, 1)).toBe(0.9)
  expect(nudged(dropout, 0.1, 0.3, -1)).toBe(0.2)
  expect(nudged({}, 0.1, -1, -1)).toBe(-1.1)
})
