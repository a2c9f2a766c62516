// Edges on canvas: as wide as their weights are large, in the colour of their sign, those below 0 dashed.
import { type Edge, pullsOf } from './edges.ts'
import type { Look } from './look.ts'
import { alphaOf, levelOf, levels, widthOf } from './weightScale.ts'

/** What networks are painted with. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'strokeStyle'
  | 'fillStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'lineCap'
  | 'globalAlpha'
  | 'setLineDash'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'bezierCurveTo'
  | 'rect'
  | 'arc'
  | 'stroke'
  | 'fill'
>

/** How a weight below 0 is dashed, in ems. */
const dash = [0.42, 0.24]
/** How much is seen of those that nobody looks at while some are looked at. */
const aside = 0.22

/**
 * Paints all edges.
 * @param scales for each layer, the weight of full strength
 * @param isLit those that are looked at; nothing where all are alike
 */
export function paintEdges(
  pen: Pen,
  edges: readonly Edge[],
  parameters: ArrayLike<number>,
  scales: readonly number[],
  look: Look,
  isLit?: (edge: Edge) => boolean,
): void {
  // The strength of each, then groups of the same look: one path for each of them is much faster than one for each edge.
  const groups = new Map<number, Edge[]>()
  for (const edge of edges) {
    const weight = parameters[edge.index] as number
    const level = levelOf(weight, scales[edge.place.layer] as number)
    if (level < 0) continue
    const lit = isLit?.(edge) ? 1 : 0
    const key = (lit * levels + level) * 2 + (weight < 0 ? 1 : 0)
    const group = groups.get(key)
    if (group) group.push(edge)
    else groups.set(key, [edge])
  }
  // What is strong, and what is looked at, lies above.
  for (const key of [...groups.keys()].sort((a, b) => a - b)) {
    const isNegative = key % 2 === 1
    const level = (key >> 1) % levels
    const isAside = isLit !== undefined && key >> 1 < levels
    pen.globalAlpha = alphaOf(level) * (isAside ? aside : 1)
    strokeEdges(pen, groups.get(key) as Edge[], widthOf(level) * look.text, isNegative, look)
  }
  pen.globalAlpha = 1
  pen.setLineDash([])
}

function strokeEdges(
  pen: Pen,
  edges: readonly Edge[],
  width: number,
  isNegative: boolean,
  look: Look,
): void {
  pen.strokeStyle = isNegative ? look.negative : look.positive
  pen.lineWidth = width
  pen.setLineDash(isNegative ? dash.map((part) => part * look.text) : [])
  pen.beginPath()
  for (const edge of edges) traceEdge(pen, edge)
  pen.stroke()
}

/** One edge that is looked at for itself, on a ground that sets it off from the others. */
export function paintMarkedEdge(
  pen: Pen,
  edge: Edge,
  weight: number,
  scale: number,
  look: Look,
  ring: string,
): void {
  const width = widthOf(Math.max(2, levelOf(weight, scale))) * look.text
  pen.setLineDash([])
  for (const [color, around] of [
    [ring, 0.5],
    [look.paper, 0.25],
  ] as const) {
    pen.strokeStyle = color
    pen.lineWidth = width + around * look.text
    pen.beginPath()
    traceEdge(pen, edge)
    pen.stroke()
  }
  strokeEdges(pen, [edge], width, weight < 0, look)
  pen.setLineDash([])
}

function traceEdge(pen: Pen, edge: Edge): void {
  pen.moveTo(...edge.from)
  pen.bezierCurveTo(...pullsOf(edge), ...edge.to)
}
