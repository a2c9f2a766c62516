// What PyTorch's .grad holds: backward() adds to it, and nothing but zero_grad() takes it away again.
import type { Graph } from '../../core/graphs/graph.ts'

/** The sums since zero_grad(), for one graph. */
export interface Grads {
  readonly graph: Graph
  /** How often backward() was called. */
  readonly count: number
  readonly sums: Readonly<Record<string, number>>
}

/** The sums after one more backward(). */
export function accumulated(
  before: Grads | undefined,
  graph: Graph,
  adjoints: Float64Array,
): Grads {
  const old = before?.graph === graph ? before : undefined
  const inputs = graph.nodes.flatMap(({ operation, name = '' }, i) =>
    operation === 'input' ? [[name, adjoints[i] as number] as const] : [],
  )
  return {
    graph,
    count: (old?.count ?? 0) + 1,
    sums: Object.fromEntries(inputs.map(([name, slope]) => [name, (old?.sums[name] ?? 0) + slope])),
  }
}
