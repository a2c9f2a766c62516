// core/networks/matrices/: weight matrices as a whole: orthogonalized, their singular values, and the optimizers that
// need them.
//
// The Newton-Schulz iteration of Muon: it drives all singular values of a matrix to about 1 and leaves its singular
// vectors alone, by products alone. PyTorch rounds them to bfloat16; here they have the precision of the kernels.
// Source: Jordan et al. 2024, Muon; PyTorch, torch/optim/_muon.py; Higham 2008, Functions of Matrices, 8.3.
import { type Floats, norm } from '../floats.ts'
import type { Dense, Kernels } from '../kernel.ts'

/** Rows × columns, row by row. */
export interface Shape {
  readonly rows: number
  readonly columns: number
}

export interface Iteration {
  /** Of the polynomial aσ + bσ³ + cσ⁵ that each repetition applies to every singular value. */
  readonly coefficients: readonly [a: number, b: number, c: number]
  readonly steps: number
  /** What a matrix is divided by at least, instead of its norm. */
  readonly eps: number
}

/** Orthogonalizes a matrix of the shape; what it answers is its own and is filled anew the next time. */
export type Orthogonalizer = (matrix: Floats, iteration: Iteration) => Floats

/** Makes the buffers for matrices of a shape once; the products are those of a layer's kernels. */
export function orthogonalizer({ rows, columns }: Shape, kernels: Kernels): Orthogonalizer {
  const { room } = kernels
  // The iteration says the same of the transposed matrix, whose products are smaller where it is tall.
  const isTall = rows > columns
  const [m, n] = isTall ? [columns, rows] : [rows, columns]
  const [x, next] = [room(m * n), room(m * n)]
  const [gram, square, factor] = [room(m * m), room(m * m), room(m * m)]
  const layer = (inputs: number, weight: Floats, z: Floats) =>
    kernels.layer(plainLayer({ inputs, units: m, weight, z, delta: factor }, kernels))
  const [byX, byGram] = [layer(n, x, gram), layer(m, gram, square)]
  const answer = isTall ? room(m * n) : x
  return (matrix, { coefficients: [a, b, c], steps, eps }) => {
    const size = Math.max(norm(matrix), eps)
    if (isTall) transpose(x, matrix, columns)
    else x.set(matrix)
    for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) / size
    for (let k = 0; k < steps; k++) {
      // A = X·Xᵀ and A² = A·Aᵀ, for A is symmetric.
      byX.forward(x, m)
      byGram.forward(gram, m)
      for (let i = 0; i < factor.length; i++)
        factor[i] = b * (gram[i] as number) + c * (square[i] as number)
      byX.backward(next, m)
      for (let i = 0; i < x.length; i++) x[i] = a * (x[i] as number) + (next[i] as number)
    }
    if (isTall) transpose(answer, x, n)
    return answer
  }
}

type Products = Pick<Dense, 'inputs' | 'units' | 'weight' | 'z' | 'delta'>

/** A layer without activation or bias, of which only the products are asked for. */
function plainLayer(products: Products, { room }: Kernels): Dense {
  const { units, weight, z } = products
  const [bias, biasGradient] = [room(units), room(units)]
  return { ...products, activation: 'linear', y: z, bias, biasGradient, weightGradient: weight }
}

/** @param columns of what is transposed */
function transpose(to: Floats, matrix: Floats, columns: number): void {
  const rows = matrix.length / columns
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) to[c * rows + r] = matrix[r * columns + c] as number
}
