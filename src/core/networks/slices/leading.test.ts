import { expect, test } from 'vitest'
import { largestEigenvalue } from '../../loss/curvature.ts'
import { normal } from '../../random.ts'
import { leadingTwo } from './leading.ts'
import { dot } from './vectors.ts'

/** AᵀA of a matrix by chance with so many rows. */
function gram(n: number, rows: number, seed: number): Float64Array {
  const columns = Array.from({ length: n }, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => normal(seed, i, j)),
  )
  return Float64Array.from(columns.flatMap((x) => columns.map((y) => dot(x, y))))
}

test.each([
  { n: 3, rows: 5 },
  { n: 12, rows: 30 },
  { n: 40, rows: 9 },
])('of $n rows they are those of Jacobi’s rotations', ({ n, rows }) => {
  const matrix = gram(n, rows, 7)
  const [first, second] = leadingTwo(matrix, n)
  expect(first.value / largestEigenvalue(matrix, n)).toBeCloseTo(1, 12)
  const rest = matrix.map((value, k) => {
    const [i, j] = [Math.floor(k / n), k % n]
    return value - first.value * (first.vector[i] as number) * (first.vector[j] as number)
  })
  expect(second.value / largestEigenvalue(rest, n)).toBeCloseTo(1, 8)
  expect(dot(first.vector, second.vector)).toBeCloseTo(0, 12)
  expect(dot(second.vector, second.vector)).toBeCloseTo(1, 12)
})

test('a matrix of rank one has one, however large', () => {
  const x = Float64Array.of(3e8, 0, 4e8)
  const matrix = Float64Array.from([...x].flatMap((a) => [...x].map((b) => a * b)))
  const [first, second] = leadingTwo(matrix, 3)
  expect(first.value).toBeCloseTo(2.5e17, -6)
  expect(first.vector.map(Math.abs)).toEqual(Float64Array.of(0.6, 0, 0.8))
  expect(second).toEqual({ value: 0, vector: new Float64Array(3) })
})
