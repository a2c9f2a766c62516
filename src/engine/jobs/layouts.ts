// Where the nodes of a graph stand: laid out from left to right, so that what is computed stands right of what it is
// computed from. By dagre (Gansner et al. 1993, A Technique for Drawing Directed Graphs).
import { Graph, layout } from '@dagrejs/dagre'
import { job } from '../job.ts'

export interface LayoutSpec {
  /** Of each node. */
  readonly sizes: readonly Size[]
  /** From one node to another, by their places among the nodes. */
  readonly edges: readonly (readonly [from: number, to: number])[]
  /** What each edge's label needs. */
  readonly label: Size
}

interface Size {
  readonly width: number
  readonly height: number
}

export interface Layout extends Size {
  /** The middle of each node: x, y, x, y, … */
  readonly nodes: Float64Array
  /** The middle of each edge's label, likewise. */
  readonly labels: Float64Array
  /** The points that each edge goes through. */
  readonly edges: readonly Float64Array[]
}

interface At {
  readonly x: number
  readonly y: number
}

/** Makes what writes places down one after the other. */
const flatter = (isMirrored: boolean, height: number) => (points: readonly At[]) =>
  Float64Array.from(points.flatMap(({ x, y }) => [x, isMirrored ? height - y : y]))

/** What is written first stands above what is written last, as it is read. */
function isUpsideDown(graph: Graph, sizes: readonly Size[], edges: LayoutSpec['edges']): boolean {
  const used = new Set(edges.map(([, to]) => to))
  const leaves = [...sizes.keys()].filter((i) => !used.has(i))
  const height = (i = 0) => (graph.node(String(i)) as unknown as At).y
  return leaves.length > 1 && height(leaves[0]) > height(leaves.at(-1))
}

export function layOut({ sizes, edges, label }: LayoutSpec): Layout {
  const graph = new Graph({ multigraph: true })
    .setGraph({
      rankdir: 'LR',
      ranker: 'tight-tree',
      nodesep: 14,
      ranksep: 12,
      edgesep: 8,
      marginx: 8,
      marginy: 8,
    })
    .setDefaultEdgeLabel(() => ({}))
  for (const [i, size] of sizes.entries()) graph.setNode(String(i), { ...size })
  for (const [k, [from, to]] of edges.entries())
    graph.setEdge(String(from), String(to), { ...label, labelpos: 'c' }, String(k))
  layout(graph)
  const { width = 0, height = 0 } = graph.graph() as Partial<Size>
  const flat = flatter(isUpsideDown(graph, sizes, edges), height)
  const edge = (k: number) => {
    const [from, to] = edges[k] as readonly [number, number]
    return graph.edge(String(from), String(to), String(k)) as At & { points: At[] }
  }
  return {
    width,
    height,
    nodes: flat(sizes.map((_, i) => graph.node(String(i)) as unknown as At)),
    labels: flat(edges.map((_, k) => edge(k))),
    edges: edges.map((_, k) => flat(edge(k).points)),
  }
}

export const jobs = {
  layout: job<LayoutSpec, Layout>({
    *run(spec) {
      yield { chunk: layOut(spec) }
    },
    transfers: ({ nodes, labels, edges }) => [nodes, labels, ...edges],
  }),
}
