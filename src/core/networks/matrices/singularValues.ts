// Singular values, and how they gather near 1 where a matrix is orthogonalized.
import { norm } from '../floats.ts'
import { doubleKernels } from '../plainKernels.ts'
import { type Iteration, orthogonalizer, type Shape } from './newtonSchulz.ts'

/** Sweeps over all pairs of rows; ten are enough for any matrix that was ever met. */
const mostSweeps = 30
/** Rows whose cosine is below this are at right angles. */
const square = 1e-10

/**
 * The singular values of a matrix, the largest first.
 * Source: Hestenes 1958, by rotations that bring rows to right angles; their lengths are then the values
 */
export function singularValues(matrix: ArrayLike<number>, { rows, columns }: Shape): Float64Array {
  const isTall = rows > columns
  const [m, n] = isTall ? [columns, rows] : [rows, columns]
  const at = (i: number, j: number) => (isTall ? j * columns + i : i * columns + j)
  const lines = Array.from({ length: m }, (_, i) =>
    Float64Array.from({ length: n }, (_, j) => matrix[at(i, j)] as number),
  )
  for (let sweep = 0, turned = true; turned && sweep < mostSweeps; sweep++) {
    turned = false
    for (let i = 0; i < m; i++)
      for (let j = i + 1; j < m; j++)
        if (rotate(lines[i] as Float64Array, lines[j] as Float64Array)) turned = true
  }
  return Float64Array.from(lines, norm).sort().reverse()
}

/** Turns two rows in their plane until they are at right angles. @returns whether they were not */
function rotate(p: Float64Array, q: Float64Array): boolean {
  let [pp, qq, pq] = [0, 0, 0]
  for (let i = 0; i < p.length; i++) {
    const [a, b] = [p[i] as number, q[i] as number]
    pp += a * a
    qq += b * b
    pq += a * b
  }
  if (!(Math.abs(pq) > square * Math.sqrt(pp * qq))) return false
  const ratio = (qq - pp) / (2 * pq)
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.hypot(1, ratio))
  const cosine = 1 / Math.hypot(1, tangent)
  const sine = cosine * tangent
  for (let i = 0; i < p.length; i++) {
    const [a, b] = [p[i] as number, q[i] as number]
    p[i] = cosine * a - sine * b
    q[i] = sine * a + cosine * b
  }
  return true
}

export interface Orthogonalized {
  readonly matrix: Float64Array
  /** Of the matrix as it was, the largest first. */
  readonly before: Float64Array
  /** Divided by its norm, and after each repetition: in the same order. */
  readonly courses: readonly Float64Array[]
}

/** Orthogonalizes a matrix, with what becomes of each of its singular values on the way. */
export function newtonSchulz(
  matrix: Float64Array,
  shape: Shape,
  iteration: Iteration,
): Orthogonalized {
  const before = singularValues(matrix, shape)
  const { coefficients, steps, eps } = iteration
  const [a, b, c] = coefficients
  const size = Math.max(norm(matrix), eps)
  const courses = [before.map((value) => value / size)]
  for (let k = 0; k < steps; k++)
    courses.push(
      (courses[k] as Float64Array).map((value) =>
        Math.abs(value * (a + value ** 2 * (b + c * value ** 2))),
      ),
    )
  const orthogonal = orthogonalizer(shape, doubleKernels)(matrix, iteration)
  return { matrix: Float64Array.from(orthogonal), before, courses }
}
