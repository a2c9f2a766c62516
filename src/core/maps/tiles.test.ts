import { expect, test } from 'vitest'
import { tilesOf } from './tiles.ts'

test.each([1, 2, 31, 32, 33, 100, 256])(
  'a map of %d pixels a side has each of them once',
  (size) => {
    const all = [...tilesOf(size)].flatMap(({ pixels }) => [...pixels])
    expect(all.length).toBe(size ** 2)
    expect(new Set(all).size).toBe(size ** 2)
    expect(Math.max(...all)).toBe(size ** 2 - 1)
  },
)

test('a coarse picture comes first, and each pass halves its squares', () => {
  const strides = [...new Set([...tilesOf(256)].map(({ stride }) => stride))]
  expect(strides).toEqual([8, 4, 2, 1])
  const first = [...tilesOf(256)].filter(({ stride }) => stride === 8)
  expect(first.flatMap(({ pixels }) => [...pixels]).length).toBe(32 ** 2)
})
