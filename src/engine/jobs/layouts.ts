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

/** Options: close together, since a lecture's wall is wide but not endless. */
const spacing = { nodesep: 14, ranksep: 12, edgesep: 8, marginx: 8, marginy: 8 }

export function layOut({ sizes, edges, label }: LayoutSpec): Layout {
  const isDirect = directEdges(sizes.length, edges)
  const graph = new Graph({ multigraph: true })
    .setGraph({ rankdir: 'LR', ranker: 'tight-tree', ...spacing })
    .setDefaultEdgeLabel(() => ({}))
  for (const [i, size] of sizes.entries()) graph.setNode(String(i), { ...size })
  for (const [k, [from, to]] of edges.entries())
    if (!isDirect[k])
      graph.setEdge(String(from), String(to), { ...label, labelpos: 'c' }, String(k))
  // Its search for the best order takes twice as long and spreads large graphs to twice the height.
  layout(graph, { disableOptimalOrderHeuristic: edges.length > few })
  const { width = 0, height = 0 } = graph.graph() as Partial<Size>
  const flat = flatter(isUpsideDown(graph, sizes, edges), height)
  const node = (i: number) => graph.node(String(i)) as unknown as At
  const edge = (k: number): Route => {
    const [from, to] = edges[k] as readonly [number, number]
    if (isDirect[k]) return straight(node(from), node(to))
    return graph.edge(String(from), String(to), String(k)) as Route
  }
  return {
    width,
    height,
    nodes: flat(sizes.map((_, i) => node(i))),
    labels: flat(edges.map((_, k) => edge(k))),
    edges: edges.map((_, k) => flat(edge(k).points)),
  }
}

interface Route extends At {
  readonly points: readonly At[]
}

/** With so many edges each may be laid out by itself. */
const few = 60
/** Over so many columns an edge may keep a lane free for itself. */
const longest = 5

/**
 * Which edges go straight over everything between: lanes for all the long ones would tear a large graph apart, and take
 * most of the time. One edge of each node is always laid out, the one to what is computed first: all else stands further
 * right.
 */
function directEdges(count: number, edges: LayoutSpec['edges']): boolean[] {
  if (edges.length <= few) return edges.map(() => false)
  const columns = columnsFromRight(count, edges)
  const first = new Map<number, number>()
  for (const [k, [from, to]] of edges.entries()) {
    const [, known = -1] = edges[first.get(from) ?? -1] ?? []
    if (known < 0 || columns(to) > columns(known)) first.set(from, k)
  }
  return edges.map(
    ([from, to], k) => first.get(from) !== k && columns(from) - columns(to) > longest,
  )
}

/** How many edges it is at most from a node to the last one. Nodes come after all that they are computed from. */
function columnsFromRight(count: number, edges: LayoutSpec['edges']): (node: number) => number {
  const columns = new Int32Array(count)
  for (const [from, to] of [...edges].sort(([, a], [, b]) => b - a))
    columns[from] = Math.max(columns[from] ?? 0, (columns[to] ?? 0) + 1)
  return (node) => columns[node] ?? 0
}

/** Near its end, where the others of its beginning are no more. */
const nearEnd = 0.85

const straight = (from: At, to: At): Route => ({
  points: [from, to],
  x: from.x + nearEnd * (to.x - from.x),
  y: from.y + nearEnd * (to.y - from.y),
})

export const jobs = {
  layout: job<LayoutSpec, Layout>({
    *run(spec) {
      yield { chunk: layOut(spec) }
    },
    transfers: ({ nodes, labels, edges }) => [nodes, labels, ...edges],
  }),
}
