// What happens at the playhead, for a function of one variable: tangent, gradient, step, and the point itself.
import { select } from 'd3'
import { plain } from '../../core/number.ts'
import type { Trace } from '../../core/runs/trace.ts'
import { type Box, covered, type LabelRequest, placeLabels } from '../labels.ts'
import type { View } from '../view.ts'
import { pixelsAt } from './trail.ts'

const tangentReach = 90
const arrowLift = 20
const arrowHead = 7
const shortestArrow = 3

export interface DescentPicture {
  readonly trace: Trace
  readonly view: View
  readonly playhead: number
  /** Labels that stay where they are. */
  readonly taken: readonly Box[]
  readonly fontSize: number
}

/** An arrow with its words. */
interface Arrow {
  readonly name: string
  readonly role: string
  readonly label: string
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

interface Placed {
  readonly arrows: readonly Arrow[]
  readonly boxes: readonly Box[]
}

type Root = ReturnType<typeof select<SVGGElement, unknown>>

/** Paints the picture into a group, whatever stood there before. */
export function paintDescent(group: SVGGElement, picture: DescentPicture): void {
  const { trace, view, playhead } = picture
  const k = Math.max(0, Math.min(Math.floor(playhead), trace.f.length - 2))
  const at: [number, number] = [view.x(trace.x[k] as number), view.y(trace.f[k] as number)]
  const slope = trace.grad[k] as number
  const visible = at.every(Number.isFinite)
  const root = select(group)
  paintTangent(root, visible && Number.isFinite(slope) ? [tangentAt(view, at, slope)] : [])
  paintArrows(root, visible ? placed(picture, k, at) : { arrows: [], boxes: [] })
  root
    .selectAll('circle.now')
    .data([pixelsAt(trace, view, playhead)].filter((d) => d.every(Number.isFinite)))
    .join('circle')
    .attr('class', 'now')
    .attr('data-name', 'x')
    .attr('cx', (d) => d[0])
    .attr('cy', (d) => d[1])
}

function paintTangent(
  root: Root,
  lines: readonly (readonly [number, number, number, number])[],
): void {
  root
    .selectAll('line.tangent')
    .data(lines)
    .join('line')
    .attr('class', 'tangent')
    .attr('data-name', 'g')
    .attr('data-role', 'gradient')
    .attr('x1', (d) => d[0])
    .attr('y1', (d) => d[1])
    .attr('x2', (d) => d[2])
    .attr('y2', (d) => d[3])
}

function paintArrows(root: Root, { arrows, boxes }: Placed): void {
  root
    .selectAll('path.arrow')
    .data(arrows)
    .join('path')
    .attr('class', 'arrow')
    .attr('data-name', (d) => d.name)
    .attr('data-role', (d) => d.role)
    .attr('d', arrowPath)
  root
    .selectAll('text')
    .data(arrows)
    .join('text')
    .attr('data-name', (d) => d.name)
    .attr('data-role', (d) => d.role)
    .attr('x', (_, i) => (boxes[i] as Box).x)
    .attr('y', (_, i) => (boxes[i] as Box).y + (boxes[i] as Box).height * 0.8)
    .text((d) => d.label)
}

function tangentAt(
  view: View,
  [x, y]: readonly [number, number],
  slope: number,
): [number, number, number, number] {
  const { width, height } = view
  const across = (view.x.invert(width) - view.x.invert(0)) / width
  const down = (view.y.invert(height) - view.y.invert(0)) / height
  const angle = Math.atan(slope * (across / down))
  const [dx, dy] = [tangentReach * Math.cos(angle), tangentReach * Math.sin(angle)]
  return [x - dx, y - dy, x + dx, y + dy]
}

/** The arrows above the point, or below where they would be less in the way of others. */
function placed(picture: DescentPicture, k: number, at: readonly [number, number]): Placed {
  const { view, taken, fontSize } = picture
  const { margins, width, height } = view
  const bounds = {
    x: margins.left,
    y: margins.top,
    width: width - margins.left - margins.right,
    height: height - margins.top - margins.bottom,
  }
  const sides = ([1, -1] as const).map((up) => {
    const arrows = arrowsAt(picture, k, at, up)
    const shafts = arrows.map(shaftBox)
    const boxes = placeLabels(arrows.map(labelRequest), bounds, fontSize, [...taken, ...shafts])
    const cost = [...shafts, ...boxes].reduce((sum, box) => sum + covered(box, taken), 0)
    const outside = arrows.some(
      ({ to }) => to[1] < margins.top || to[1] > margins.top + bounds.height,
    )
    return { arrows, boxes, cost: outside ? Infinity : cost }
  })
  return sides.reduce((above, below) => (below.cost < above.cost ? below : above))
}

/** The gradient to the scale of x (slope 1 is as long as 1 on the axis), the step as it is. */
function arrowsAt(
  { trace, view }: DescentPicture,
  k: number,
  [x, y]: readonly [number, number],
  up: 1 | -1,
): Arrow[] {
  const [here, next] = [trace.x[k] as number, trace.x[k + 1]]
  const slope = trace.grad[k] as number
  const inside = (pixel: number) =>
    Math.max(view.margins.left, Math.min(view.width - view.margins.right, pixel))
  const arrow = (
    name: string,
    role: string,
    label: string,
    length: number,
    row: number,
  ): Arrow => ({
    name,
    role,
    label: `${label} ${plain(length, 3)}`,
    from: [x, y - up * row * arrowLift],
    to: [inside(view.x(here + length)), y - up * row * arrowLift],
  })
  return [
    ...(Number.isFinite(slope) ? [arrow('g', 'gradient', 'slope', slope, 1)] : []),
    ...(next === undefined ? [] : [arrow('x', 'step', 'step', next - here, 2)]),
  ]
}

function arrowPath({ from: [x, y], to: [end] }: Arrow): string {
  const length = Math.abs(end - x)
  if (length < shortestArrow) return `M${x},${y - 3}V${y + 3}`
  const back = Math.sign(x - end) * Math.min(arrowHead, length)
  return `M${x},${y}H${end}M${end + back},${y - 4.5}L${end},${y}L${end + back},${y + 4.5}`
}

const shaftBox = ({ from, to }: Arrow): Box => ({
  x: Math.min(from[0], to[0]),
  y: from[1] - 4,
  width: Math.abs(to[0] - from[0]),
  height: 8,
})

function labelRequest({ label, from, to }: Arrow): LabelRequest {
  const isLeft = to[0] < from[0]
  const [ahead, behind] = isLeft ? (['left', 'right'] as const) : (['right', 'left'] as const)
  return { text: label, x: to[0], y: to[1], sides: [ahead, 'above', 'below', behind] }
}
