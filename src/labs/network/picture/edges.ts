// The weights that are drawn: lines from unit to unit, and which of them is meant by a pointer.
import type { Architecture } from '../../../core/networks/network.ts'
import { indexOfPlace, type WeightPlace } from '../../../core/networks/places.ts'
import { drawnUnits, type Layout } from './layout.ts'

export interface Edge {
  readonly place: WeightPlace
  /** Among the flat parameters. */
  readonly index: number
  /** From the right side of a unit to the left side of another (px). */
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
  /** The size of the smaller of the two (px). */
  readonly tile: number
}

/** The weights between units that are drawn, layer by layer. */
export function edgesOf(architecture: Architecture, layout: Layout): readonly Edge[] {
  const { columns } = layout
  return columns.slice(1).flatMap((column, layer) => {
    const before = columns[layer] as (typeof columns)[number]
    return drawnUnits(column).flatMap((unit, i) =>
      drawnUnits(before).flatMap((input, k): Edge[] => {
        const place = { layer, unit, input }
        const index = indexOfPlace(architecture, place)
        const from = [before.x + before.tile / 2, before.ys[k] as number] as const
        const to = [column.x - column.tile / 2, column.ys[i] as number] as const
        return index === undefined
          ? []
          : [{ place, index, from, to, tile: Math.min(before.tile, column.tile) }]
      }),
    )
  })
}

/** How far an edge goes on in its direction where it begins and ends, as a share of its way across. */
const bend = 0.35

/** The two points that pull the curve of an edge. */
export const pullsOf = ({ from: [x0, y0], to: [x1, y1] }: Edge) =>
  [x0 + bend * (x1 - x0), y0, x1 - bend * (x1 - x0), y1] as const

/** A point of an edge's curve, by its share of the way. */
export function pointOf(edge: Edge, t: number): [x: number, y: number] {
  const [ax, ay, bx, by] = pullsOf(edge)
  const mixed = (a: number, b: number, c: number, d: number) =>
    (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d
  return [mixed(edge.from[0], ax, bx, edge.to[0]), mixed(edge.from[1], ay, by, edge.to[1])]
}

/** As so many straight pieces an edge is looked at. */
const pieces = 16

/** The edge nearest to a point, if it is within reach (px). */
export function nearestEdge(
  edges: readonly Edge[],
  [x, y]: readonly [number, number],
  reach: number,
): Edge | undefined {
  let best: Edge | undefined
  let least = reach
  for (const edge of edges) {
    const { from, to } = edge
    const isFar =
      x < from[0] - reach ||
      x > to[0] + reach ||
      y < Math.min(from[1], to[1]) - reach ||
      y > Math.max(from[1], to[1]) + reach
    const distance = isFar ? Number.POSITIVE_INFINITY : distanceTo(edge, x, y)
    if (!(distance <= least)) continue
    least = distance
    best = edge
  }
  return best
}

function distanceTo(edge: Edge, x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY
  let [ax, ay] = edge.from
  for (let i = 1; i <= pieces; i++) {
    const [bx, by] = pointOf(edge, i / pieces)
    const [dx, dy] = [bx - ax, by - ay]
    const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)
    const t = Math.max(0, Math.min(1, along))
    least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy))
    ax = bx
    ay = by
  }
  return least
}
