// What happens at the playhead, for a function of one variable: tangent, gradient, step, and the point itself.
import { select } from 'd3'
import { plain } from '../../core/number.ts'
import type { Trace } from '../../core/runs/trace.ts'
import { type Box, placeLabels } from '../labels.ts'
import type { View } from '../view.ts'
import { pixelsAt } from './trail.ts'

const tangentReach = 90
const arrowLift = 18
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

interface Arrow {
  readonly name: string
  readonly role: string
  readonly label: string
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

/** Paints the picture into a group, whatever stood there before. */
export function paintDescent(group: SVGGElement, picture: DescentPicture): void {
  const { trace, view, playhead } = picture
  const k = Math.max(0, Math.min(Math.floor(playhead), trace.f.length - 2))
  const at: [number, number] = [view.x(trace.x[k] as number), view.y(trace.f[k] as number)]
  const slope = trace.grad[k] as number
  const visible = at.every(Number.isFinite)
  const arrows = visible ? arrowsAt(picture, k, at) : []
  const root = select(group)

  root
    .selectAll('line.tangent')
    .data(visible && Number.isFinite(slope) ? [tangentAt(view, at, slope)] : [])
    .join('line')
    .attr('class', 'tangent')
    .attr('data-name', 'g')
    .attr('data-role', 'gradient')
    .attr('x1', (d) => d[0])
    .attr('y1', (d) => d[1])
    .attr('x2', (d) => d[2])
    .attr('y2', (d) => d[3])

  root
    .selectAll('path.arrow')
    .data(arrows)
    .join('path')
    .attr('class', 'arrow')
    .attr('data-name', (d) => d.name)
    .attr('data-role', (d) => d.role)
    .attr('d', arrowPath)

  root
    .selectAll('circle.now')
    .data([pixelsAt(trace, view, playhead)].filter((d) => d.every(Number.isFinite)))
    .join('circle')
    .attr('class', 'now')
    .attr('data-name', 'x')
    .attr('cx', (d) => d[0])
    .attr('cy', (d) => d[1])

  paintLabels(root, arrows, picture)
}

function tangentAt(
  view: View,
  [x, y]: readonly [number, number],
  slope: number,
): [number, number, number, number] {
  const rise = (view.y(1) - view.y(0)) * slope
  const run = view.x(1) - view.x(0)
  const length = Math.hypot(run, rise)
  const [dx, dy] = [(tangentReach * run) / length, (tangentReach * rise) / length]
  return [x - dx, y - dy, x + dx, y + dy]
}

/** The gradient to the scale of x (slope 1 is as long as 1 on the axis), the step as it is. */
function arrowsAt(
  { trace, view }: DescentPicture,
  k: number,
  [x, y]: readonly [number, number],
): Arrow[] {
  const [here, next] = [trace.x[k] as number, trace.x[k + 1]]
  const slope = trace.grad[k] as number
  const inside = (pixel: number) =>
    Math.max(view.margins.left, Math.min(view.width - view.margins.right, pixel))
  const up = y - 2 * arrowLift < view.margins.top ? -1 : 1
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

function paintLabels(
  root: ReturnType<typeof select<SVGGElement, unknown>>,
  arrows: readonly Arrow[],
  picture: DescentPicture,
): void {
  const { view, taken, fontSize } = picture
  const { margins, width, height } = view
  const bounds = {
    x: margins.left,
    y: margins.top,
    width: width - margins.left - margins.right,
    height: height - margins.top - margins.bottom,
  }
  const boxes = placeLabels(
    arrows.map(({ label, from, to }) => {
      const side = to[0] < from[0] ? ('left' as const) : ('right' as const)
      const other = side === 'left' ? ('right' as const) : ('left' as const)
      return { text: label, x: to[0], y: to[1], sides: [side, 'above', other, 'below'] }
    }),
    bounds,
    fontSize,
    [...taken],
  )
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
