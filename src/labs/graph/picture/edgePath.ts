// An edge as a path: from the right end of one gate to the left end of the next, by the points between.
import { curveBumpX, curveMonotoneX, line } from 'd3'
import type { Graph, GraphNode } from '../../../core/graphs/graph.ts'
import type { Edge, Layout } from '../../../state/graphs/layouts.ts'
import { gateWidth } from './sizes.ts'

const smooth = line().curve(curveMonotoneX)
/** Without a point between. */
const swung = line().curve(curveBumpX)

/** Over more than that (in the units of the layout) an edge without a lane of its own goes over others. */
const long = 300

/** The path, and its ends. */
export function edgePath({ nodes }: Graph, layout: Layout, { input, by }: Edge, k: number) {
  const at = (i: number) =>
    [layout.nodes[2 * i] as number, layout.nodes[2 * i + 1] as number] as const
  const half = (i: number) => gateWidth(nodes[i] as GraphNode) / 2
  const [[x0, y0], [x1, y1]] = [at(input), at(by)]
  const [from, to] = [x0 + half(input), x1 - half(by)]
  const points = layout.edges[k] ?? new Float64Array()
  const between: [number, number][] = []
  for (let i = 2; i < points.length - 2; i += 2) {
    const [x, y] = [points[i] as number, points[i + 1] as number]
    if (x > from && x < to) between.push([x, y])
  }
  return {
    isLong: points.length > 0 && between.length === 0 && to - from > long,
    path: (between.length ? smooth : swung)([[from, y0], ...between, [to, y1]]) ?? '',
    ends: [
      [from, y0],
      [to, y1],
    ] as const,
  }
}
