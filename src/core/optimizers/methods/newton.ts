import { penalty, rate } from '../../hyper.ts'
import { optimizer } from '../optimizer.ts'
import type { Method } from './method.ts'

const method: Method = {
  supplies: (variables) =>
    variables === 1
      ? [{ name: 'h', latex: "f''(x_t)" }]
      : [{ name: 'd', latex: '-(\\nabla^2 f(x_t) + \\delta I)^{-1} g_t' }],
  // The Hessian is a gradient for each variable.
  takes: (_, variables) => ({ evaluations: 1 + 4 * variables, operations: variables ** 3 }),
  begin:
    () =>
    (problem, { damping }) => {
      const { g } = problem.here()
      const h = problem.hessian()
      if (g.length === 1) return { h: h[0] as number }
      const damped = h.map((value, i) => value + (i % (g.length + 1) === 0 ? Number(damping) : 0))
      return {
        d: solve(
          damped,
          g.map((value) => -value),
        ),
      }
    },
}

/** Solves A·x = b by elimination with pivots; ∞ or NaN where A is singular. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const n = right.length
  const rows = Array.from({ length: n }, (_, i) => [
    ...matrix.subarray(i * n, (i + 1) * n),
    right[i] as number,
  ])
  for (let c = 0; c < n; c++) {
    const size = (i: number) => Math.abs(rows[i]?.[c] as number)
    let pivot = c
    for (let i = c + 1; i < n; i++) if (size(i) > size(pivot)) pivot = i
    ;[rows[c], rows[pivot]] = [rows[pivot] as number[], rows[c] as number[]]
    const top = rows[c] as number[]
    for (let i = 0; i < n; i++) {
      if (i === c) continue
      const row = rows[i] as number[]
      const times = (row[c] as number) / (top[c] as number)
      for (let j = c; j <= n; j++) row[j] = (row[j] as number) - times * (top[j] as number)
    }
  }
  return Float64Array.from(rows, (row, i) => (row[n] as number) / (row[i] as number))
}

export const newton = optimizer({
  id: 'newton',
  name: 'Newton',
  source: 'Nocedal & Wright 2006, section 3.3; damping: Levenberg 1944',
  hyper: { lr: rate(1), damping: penalty(0, '\\delta') },
  rule: (variables) =>
    variables === 1
      ? `
    d = -g/(h + damping)
    x = x + lr*d`
      : 'x = x + lr*d',
  method,
})
