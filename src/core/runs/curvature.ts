// How strongly a loss bends: the largest second derivative at a point, in any direction.
import { gradient } from '../language/derivative.ts'
import type { Expression } from '../language/expression.ts'
import { compileFunction } from '../language/program.ts'
import type { Loss } from './loss.ts'

type Field = readonly ((...at: number[]) => number)[]

const hessians = new WeakMap<Expression, Field>()

/** Second derivatives row by row, compiled once for each loss. */
function hessianOf({ expression, variables }: Loss): Field {
  const known = hessians.get(expression)
  if (known) return known
  const made = gradient(expression, variables).flatMap((slope) =>
    gradient(slope, variables).map((second) => compileFunction(second, variables)),
  )
  hessians.set(expression, made)
  return made
}

/** The largest eigenvalue of the Hessian at a point. */
export const largestCurvature = (loss: Loss, at: readonly number[]): number =>
  largestEigenvalue(
    hessianOf(loss).map((second) => second(...at)),
    at.length,
  )

const sweeps = 30

/**
 * The largest eigenvalue of a symmetric matrix, by Jacobi's rotations.
 * Source: Golub & Van Loan 2013, section 8.5
 */
export function largestEigenvalue(matrix: readonly number[], n: number): number {
  const a = [...matrix]
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
