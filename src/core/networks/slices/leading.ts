// The two largest eigenvalues of a matrix with their directions.
import { bendsOf } from '../../loss/curvature.ts'
import { dot, orthonormal } from './vectors.ts'

interface Eigen {
  readonly value: number
  /** Of length 1; zeros where there is none. */
  readonly vector: Float64Array
}

const mostRounds = 200
/** Of the largest value: what is less is rounding. */
const least = 1e-12
/** When values change by less than this share, directions are good enough. */
const still = 1e-15

/**
 * The two largest eigenvalues of a symmetric matrix that has none below 0, the larger first.
 * Source: Golub & Van Loan 2013, section 8.2: orthogonal iteration, the pair turned to its Ritz vectors in each round
 * @param matrix n × n, row by row
 */
export function leadingTwo(matrix: Float64Array, n: number): readonly [Eigen, Eigen] {
  const rows = Array.from({ length: n }, (_, i) => matrix.subarray(i * n, (i + 1) * n))
  const times = (x: Float64Array): Float64Array => {
    const product = new Float64Array(n)
    for (const [i, row] of rows.entries()) product[i] = dot(row, x)
    return product
  }
  let pair = begun(matrix, n)
  let values: readonly [number, number] = [0, 0]
  for (let round = 0; round < mostRounds; round++) {
    const before = values
    ;({ values, pair } = turned(pair, times))
    const change = Math.max(...values.map((value, i) => Math.abs(value - (before[i] as number))))
    if (change <= still * values[0]) break
    pair = orthonormal(pair.map(times), least)
  }
  const [first, second] = pair
  return [
    { value: values[0], vector: first },
    values[1] > least * values[0]
      ? { value: values[1], vector: second }
      : { value: 0, vector: new Float64Array(n) },
  ]
}

type Pair = readonly [Float64Array, Float64Array]

/** The column of the largest entry of the diagonal, and the one that differs most from it. */
function begun(matrix: Float64Array, n: number): Pair {
  const columns = Array.from({ length: n }, (_, j) => matrix.slice(j * n, (j + 1) * n))
  const diagonal = columns.map((column, j) => column[j] as number)
  const largest = columns[diagonal.indexOf(Math.max(...diagonal))] ?? new Float64Array(n)
  const size = dot(largest, largest)
  const rest = (column: Float64Array) =>
    dot(column, column) - (size > 0 ? dot(column, largest) ** 2 / size : 0)
  const other = columns.reduce((a, b) => (rest(b) > rest(a) ? b : a), largest)
  return orthonormal([largest, other], least)
}

/** Turned in their plane so that they no longer mix, and their values. */
function turned([x, y]: Pair, times: (x: Float64Array) => Float64Array) {
  const [ax, ay] = [times(x), times(y)]
  const [first, second] = bendsOf([dot(x, ax), dot(x, ay), dot(x, ay), dot(y, ay)])
  const mixed = ([c, s]: readonly [number, number]) =>
    x.map((value, i) => c * value + s * (y[i] as number))
  return {
    values: [first.value, second.value] as const,
    pair: [mixed(first.direction), mixed(second.direction)] as const,
  }
}
