// How strongly a loss bends: its second derivatives at a point, and the largest of them in any direction.
import { gradient } from '../language/derivative.ts'
import type { Expression } from '../language/expression.ts'
import { compile, run as execute } from '../language/program.ts'
import type { Loss } from './loss.ts'

/** What a loss is like around a point. The same arrays at every call: read, don't keep. */
interface Jet {
  readonly f: number
  /** d */
  readonly gradient: Float64Array
  /** d × d, row by row. */
  readonly hessian: Float64Array
}

/** Looks at a row of d coordinates that begins at an index. */
type JetAt = (x: ArrayLike<number>, from?: number) => Jet

const jets = new WeakMap<Expression, { readonly names: string; readonly at: JetAt }>()

/** Value, gradient and Hessian of a loss as one program, compiled once for each loss. */
export function jetOf(loss: Loss): JetAt {
  const names = loss.variables.join()
  const known = jets.get(loss.expression)
  if (known?.names === names) return known.at
  const at = jetFor(loss)
  jets.set(loss.expression, { names, at })
  return at
}

function jetFor({ expression, variables }: Loss): JetAt {
  const d = variables.length
  const slopes = gradient(expression, variables)
  const seconds = slopes.flatMap((slope) => gradient(slope, variables))
  // Symmetric: what stands below the diagonal is read from above it, and not computed twice.
  const upper = seconds.map((_, i) => {
    const [row, column] = [Math.floor(i / d), i % d]
    return seconds[Math.min(row, column) * d + Math.max(row, column)] as Expression
  })
  const { code, memory, input, outputs } = compile([expression, ...slopes, ...upper])
  const registers = Int32Array.from(variables, (v) => input(v) ?? -1)
  const value = outputs[0] as number
  const [first, second] = [new Float64Array(d), new Float64Array(d * d)]
  return (x, from = 0) => {
    for (let i = 0; i < d; i++) {
      const register = registers[i] as number
      if (register >= 0) memory[register] = x[from + i] as number
    }
    execute(code, memory)
    for (let i = 0; i < d; i++) first[i] = memory[outputs[1 + i] as number] as number
    for (let i = 0; i < d * d; i++) second[i] = memory[outputs[1 + d + i] as number] as number
    return { f: memory[value] as number, gradient: first, hessian: second }
  }
}

/** The Hessian at a point, d × d, row by row. */
export const hessianAt = (loss: Loss, at: readonly number[]): number[] => [
  ...jetOf(loss)(at).hessian,
]

/** The largest eigenvalue of the Hessian at a point. */
export const largestCurvature = (loss: Loss, at: readonly number[]): number =>
  largestEigenvalue(jetOf(loss)(at).hessian, at.length)

/** A direction of length 1 and the second derivative along it. */
export interface Bend {
  readonly value: number
  readonly direction: readonly [number, number]
}

/** Eigenvalues and eigenvectors of a symmetric 2 × 2 matrix, given row by row; the larger value first. */
export function bendsOf(matrix: ArrayLike<number>): readonly [Bend, Bend] {
  const [a = 0, b = 0, , d = 0] = Array.from(matrix)
  const { middle, reach } = spread(a, b, d)
  const angle = Math.atan2(2 * b, a - d) / 2
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  return [
    { value: middle + reach, direction: [c, s] },
    { value: middle - reach, direction: [-s, c] },
  ]
}

/** The eigenvalues of a symmetric 2 × 2 matrix are the middle with the reach added and taken away. */
const spread = (a: number, b: number, d: number) => ({
  middle: (a + d) / 2,
  reach: Math.hypot((a - d) / 2, b),
})

const sweeps = 30

/**
 * The largest eigenvalue of a symmetric matrix, by Jacobi's rotations.
 * Source: Golub & Van Loan 2013, section 8.5
 */
export function largestEigenvalue(matrix: ArrayLike<number>, n: number): number {
  if (n === 2) {
    const { middle, reach } = spread(matrix[0] as number, matrix[1] as number, matrix[3] as number)
    return middle + reach
  }
  const a = Array.from(matrix)
  const at = (i: number, j: number) => a[i * n + j] as number
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let rest = 0
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        rest = Math.max(rest, Math.abs(at(p, q)))
        if (at(p, q) !== 0) rotate(a, n, p, q)
      }
    }
    if (!(rest > 0)) break
  }
  return Math.max(...Array.from({ length: n }, (_, i) => at(i, i)))
}

/** Turns the matrix in the plane of two coordinates until they no longer mix. */
function rotate(a: number[], n: number, p: number, q: number): void {
  const at = (i: number, j: number) => a[i * n + j] as number
  const theta = (at(q, q) - at(p, p)) / (2 * at(p, q))
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const c = 1 / Math.hypot(t, 1)
  const s = t * c
  for (let k = 0; k < n; k++) {
    const [x, y] = [at(k, p), at(k, q)]
    a[k * n + p] = c * x - s * y
    a[k * n + q] = s * x + c * y
  }
  for (let k = 0; k < n; k++) {
    const [x, y] = [at(p, k), at(q, k)]
    a[p * n + k] = c * x - s * y
    a[q * n + k] = s * x + c * y
  }
}
