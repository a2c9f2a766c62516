// From node to node by arrow keys: right to what is computed from it, left to what it is computed from, up and down to
// its neighbours.
import type { Graph } from '../../../core/graphs/graph.ts'
import type { Layout } from '../../../state/graphs/layouts.ts'

/** How much further a node is for being off to the side. */
const aside = 3

/** Where a key leads from a node; nowhere for other keys and at the ends. */
export function nextNode(graph: Graph, { nodes }: Layout, from: number, key: string) {
  const { inputs = [], uses = [] } = graph.nodes[from] ?? {}
  const at = (i: number) => [nodes[2 * i] as number, nodes[2 * i + 1] as number] as const
  const [x, y] = at(from)
  const nearest = (candidates: readonly number[]): number | undefined =>
    [...candidates].sort((a, b) => Math.abs(at(a)[1] - y) - Math.abs(at(b)[1] - y))[0]
  const beside = (direction: 1 | -1): number | undefined => {
    const far = (i: number) => {
      const [right, down] = [Math.abs(at(i)[0] - x), direction * (at(i)[1] - y)]
      return down > 0 ? down + aside * right : Number.POSITIVE_INFINITY
    }
    const others = graph.nodes.map((_, i) => i).filter((i) => Number.isFinite(far(i)))
    return others.sort((a, b) => far(a) - far(b))[0]
  }
  switch (key) {
    case 'ArrowRight':
      return nearest(uses.map(({ by }) => by))
    case 'ArrowLeft':
      return nearest(inputs)
    case 'ArrowUp':
      return beside(-1)
    case 'ArrowDown':
      return beside(1)
    case 'Home':
      return 0
    case 'End':
      return graph.nodes.length - 1
    default:
      return undefined
  }
}
