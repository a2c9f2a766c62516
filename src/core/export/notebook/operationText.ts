// One operation of a graph in Python.
import type { GraphNode } from '../../graphs/graph.ts'
import { apply, type Expression, name as named } from '../../language/expression.ts'
import { tensor } from '../torch/python.ts'

/** An expression whose names are Python's, too. */
export const written = (e: Expression): string => tensor(e, { name: (text) => text })

/**
 * What a node computes; nothing if it computes nothing.
 * @param nameOf what its inputs are called, by their places in the operation; what has no name stays as it is
 */
export function operationText(
  { expression: e }: GraphNode,
  nameOf: (place: number) => string | undefined,
): string | undefined {
  if (e.kind !== 'apply') return undefined
  const args = e.args.map((arg, k) => {
    const name = nameOf(k)
    return name === undefined ? arg : named(name)
  })
  return written(apply(e.operation, ...args))
}
