// Edges on canvas: as wide as their weights are large, in the colour of their sign, those below 0 dashed.
import { type Edge, pullsOf } from './edges.ts'
import type { Look } from './look.ts'
import { alphaOf, levelOf, levels, type Strength, widthOf } from './weightScale.ts'

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
 * @param strengths of each layer
 * @param isLit those that are looked at; nothing where all are alike
 */
export function paintEdges(
  pen: Pen,
  edges: readonly Edge[],
  parameters: ArrayLike<number>,
  strengths: readonly Strength[],
  look: Look,
  isLit?: (edge: Edge) => boolean,
): void {
  const groups = grouped(edges, parameters, strengths, isLit)
  // What is strong, and what is looked at, lies above.
  for (const { edges: own, level, isNegative, lit } of groups) {
    const [{ place, tile }] = own
    const { count, wide } = strengths[place.layer] as Strength
    const width = level < wide ? look.pixel : widthOf(level, tile / look.text) * look.text
    pen.globalAlpha = alphaOf(level, count) * (isLit && !lit ? aside : 1)
    strokeEdges(pen, own, width, isNegative, look)
  }
  pen.globalAlpha = 1
  pen.setLineDash([])
}

interface Group {
  readonly edges: [Edge, ...Edge[]]
  readonly level: number
  readonly isNegative: boolean
  readonly lit: boolean
}

/** Edges that look alike, the weakest first: one path for each group is much faster than one for each edge. */
function grouped(
  edges: readonly Edge[],
  parameters: ArrayLike<number>,
  strengths: readonly Strength[],
  isLit?: (edge: Edge) => boolean,
): readonly Group[] {
  const groups = new Map<number, Group>()
  for (const edge of edges) {
    const { layer } = edge.place
    const weight = parameters[edge.index] as number
    const level = levelOf(weight, strengths[layer]?.full ?? 1)
    if (level < 0) continue
    const [lit, isNegative] = [isLit?.(edge) === true, weight < 0]
    const key = ((Number(lit) * levels + level) * 2 + Number(isNegative)) * strengths.length + layer
    const group = groups.get(key)
    if (group) group.edges.push(edge)
    else groups.set(key, { edges: [edge], level, isNegative, lit })
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group)
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
  { full }: Strength,
  look: Look,
  ring: string,
): void {
  const width = widthOf(Math.max(2, levelOf(weight, full)), edge.tile / look.text) * look.text
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
