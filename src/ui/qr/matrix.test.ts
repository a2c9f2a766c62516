import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { matrixOf, quiet } from './matrix.ts'

/** In pixels of the picture that is read. */
const square = 4

/** What a stranger's reader makes of a code on white paper. */
function read(matrix: readonly (readonly boolean[])[]): string | undefined {
  const size = square * (matrix.length + 2 * quiet)
  const pixels = new Uint8ClampedArray(4 * size ** 2).fill(255)
  for (let place = 0; place < size ** 2; place++) {
    const [x, y] = [place % size, Math.floor(place / size)].map(
      (at) => Math.floor(at / square) - quiet,
    )
    if (matrix[y as number]?.[x as number]) pixels.fill(0, 4 * place, 4 * place + 3)
  }
  return jsQR(pixels, size, size)?.data
}

test.each([
  'https://example.org/#/curve?f=x^2&start=2',
  `https://example.org/descent/#/surface?f=himmelblau&start=-1,1&steps=200&${'run=adam(lr=0.1)&'.repeat(4)}noise=0.5`,
  `https://example.org/#/curve?f=${'sin(x)+'.repeat(100)}1`,
])('a reader finds what was written, %#', (text) => {
  const matrix = matrixOf(text)
  expect(matrix && read(matrix)).toBe(text)
})

test('what no code has room for has none', () => {
  expect(matrixOf('x'.repeat(3000))).toBeUndefined()
})
