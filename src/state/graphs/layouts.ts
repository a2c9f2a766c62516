// Where the nodes of a graph stand: asked of the worker once for each graph, since it follows from the text alone.
import type { Graph, GraphNode } from '../../core/graphs/graph.ts'
import type { Engine } from '../../engine/client.ts'
import type { Layout, LayoutSpec } from '../../engine/jobs/layouts.ts'

export type { Layout }

type Size = LayoutSpec['label']

const known = new WeakMap<Graph, Layout>()

/** The layout of a graph, if it is here. */
export const layoutOf = (graph: Graph): Layout | undefined => known.get(graph)

/** How much room nodes, and labels of edges, need. */
export interface Sizes {
  readonly node: (node: GraphNode) => Size
  readonly label: (graph: Graph) => Size
}

/** Asks for the layout of a graph. */
export async function* layOut(engine: Engine, graph: Graph, sizes: Sizes): AsyncGenerator<Layout> {
  const spec = {
    sizes: graph.nodes.map(sizes.node),
    edges: edgesOf(graph).map(({ input, by }) => [input, by] as const),
    label: sizes.label(graph),
  }
  for await (const layout of engine.run('layout', spec)) {
    known.set(graph, layout)
    yield layout
  }
}

export interface Edge {
  /** The node at its beginning. */
  readonly input: number
  /** The node at its end, which is computed from that. */
  readonly by: number
  /** Which of the inputs there it is. */
  readonly place: number
}

/** The edges in the order of the layout: each use of a node is one. */
export const edgesOf = ({ nodes }: Graph): Edge[] =>
  nodes.flatMap(({ inputs }, by) => inputs.map((input, place) => ({ input, by, place })))
