// A graph as tables: of all nodes, and of the variables alone, as its PyTorch script prints them.
import type { Differentiation } from '../graphs/differentiate.ts'
import type { Point } from '../graphs/passes.ts'
import { exact } from '../number.ts'

/**
 * The table of the nodes as CSV (RFC 4180 with LF): inputs as indices with spaces between them.
 */
export function graphCsv({ nodes }: Differentiation): string {
  const rows = nodes.map(({ operation, inputs, value, adjoint }, i) =>
    [i, operation, inputs.join(' '), exact(value), exact(adjoint)].join(),
  )
  return `${['node,operation,inputs,value,adjoint', ...rows].join('\n')}\n`
}

export const gradientHeader = 'name,value,gradient'

/**
 * The variables and f with their values and what f is differentiated to by them.
 * @param start the value of each variable
 * @param f what f is called
 */
export function gradientCsv({ value, gradient }: Differentiation, start: Point, f: string): string {
  const rows = Object.entries(gradient).map(
    ([name, slope]) => [name, start[name] ?? Number.NaN, slope] as const,
  )
  const lines = [...rows, [f, value, 1] as const].map(([name, ...numbers]) =>
    [name, ...numbers.map(exact)].join(),
  )
  return `${[gradientHeader, ...lines].join('\n')}\n`
}
