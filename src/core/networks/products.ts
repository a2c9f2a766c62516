// Matrix products in plain JavaScript, in small blocks whose sums stay in registers: the last resort. Sums of a block are
// taken in double precision and rounded once.
import type { Floats } from './floats.ts'

/** z = x·Wᵀ + b: so many rows of x, each by each row of W. */
export function timesTransposed(
  z: Floats,
  x: Floats,
  { weight, bias, inputs, units }: Affine,
  rows: number,
): void {
  for (let r = 0; r < rows; r += 2) {
    const isPair = r + 1 < rows
    const x0 = r * inputs
    const x1 = isPair ? x0 + inputs : x0
    for (let u = 0; u < units; u += 2) {
      const hasNext = u + 1 < units
      const w0 = u * inputs
      const w1 = hasNext ? w0 + inputs : w0
      let a = 0
      let b = 0
      let c = 0
      let d = 0
      for (let i = 0; i < inputs; i++) {
        const p = x[x0 + i] as number
        const q = x[x1 + i] as number
        const v = weight[w0 + i] as number
        const w = weight[w1 + i] as number
        a += p * v
        b += p * w
        c += q * v
        d += q * w
      }
      const to = r * units + u
      z[to] = a + (bias[u] as number)
      if (hasNext) z[to + 1] = b + (bias[u + 1] as number)
      if (isPair) z[to + units] = c + (bias[u] as number)
      if (isPair && hasNext) z[to + units + 1] = d + (bias[u + 1] as number)
    }
  }
}

interface Affine {
  readonly weight: Floats
  readonly bias: Floats
  readonly inputs: number
  readonly units: number
}

/** A matrix as it lies in memory: how far from row to row, and from column to column. */
interface Strided {
  readonly of: Floats
  readonly row: number
  readonly column: number
}

interface Sizes {
  rows: number
  columns: number
  /** What is summed over. */
  inner: number
}

/** C = A·B, where C and B lie row by row; four terms of each sum at a time. */
export function times(to: Floats, a: Strided, b: Floats, { rows, columns, inner }: Sizes): void {
  to.fill(0, 0, rows * columns)
  const { of, row, column } = a
  for (let k = 0; k < inner; k += 4) {
    // Behind the last term its factor is 0.
    const left = inner - k
    const b0 = k * columns
    const b1 = left > 1 ? b0 + columns : b0
    const b2 = left > 2 ? b1 + columns : b0
    const b3 = left > 3 ? b2 + columns : b0
    for (let r = 0; r < rows; r++) {
      const at = r * row + k * column
      const p = of[at] as number
      const q = left > 1 ? (of[at + column] as number) : 0
      const s = left > 2 ? (of[at + 2 * column] as number) : 0
      const t = left > 3 ? (of[at + 3 * column] as number) : 0
      const c = r * columns
      for (let i = 0; i < columns; i++)
        to[c + i] =
          (to[c + i] as number) +
          (p * (b[b0 + i] as number) +
            q * (b[b1 + i] as number) +
            s * (b[b2 + i] as number) +
            t * (b[b3 + i] as number))
    }
  }
}

/** The sums of the columns of a matrix that lies row by row. */
export function columnSums(to: Floats, a: Floats, rows: number, columns: number): void {
  for (let i = 0; i < columns; i++) {
    let sum = 0
    for (let r = 0; r < rows; r++) sum += a[r * columns + i] as number
    to[i] = sum
  }
}
