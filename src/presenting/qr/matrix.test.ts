import { expect, test } from 'vitest'
import { matrixOf, pathOf, quiet } from './matrix.ts'

const link = 'https://a.org/#/curve?f=x%5E2&start=2.5&run=sgd%28lr=0.1%29'

/** The pattern in three of its corners, by which a code is found. */
const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######']

test('a code is a square with its finders in three corners', () => {
  const matrix = matrixOf(link) ?? []
  const size = matrix.length
  expect((size - 17) % 4).toBe(0)
  const corner = (x: number, y: number) =>
    matrix.slice(y, y + 7).map((row) =>
      row
        .slice(x, x + 7)
        .map((isDark) => (isDark ? '#' : '.'))
        .join(''),
    )
  for (const [x, y] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const)
    expect(corner(x, y)).toEqual(finder)
})

test('the path covers exactly the dark squares', () => {
  const matrix = matrixOf(link) ?? []
  const covered = matrix.map((row) => row.map(() => false))
  for (const [, x, y, width] of pathOf(matrix).matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let i = 0; i < Number(width); i++) {
      const row = covered[Number(y) - quiet] as boolean[]
      row[Number(x) - quiet + i] = true
    }
  expect(covered).toEqual(matrix)
})

test('a text that has no room in any code has none', () => {
  expect(matrixOf('x'.repeat(2953))).toHaveLength(177)
  expect(matrixOf('x'.repeat(2954))).toBeUndefined()
})
