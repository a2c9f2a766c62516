// plot/curve/: layers over a function of one variable.
//
// What happens at the playhead, for a function of one variable: tangent, gradient, step, and the point itself.

import { select } from 'd3'
import type { Trace } from '../../core/descent/trace.ts'
import { type Box, drawingArea, isInside } from '../labels/box.ts'
import { baselineOf } from '../labels/textSize.ts'
import { pathOnCurve } from '../paths/plotPath.ts'
import { pixelsAt } from '../paths/trail.ts'
import { type Arrow, type DescentPicture, type Placed, placed } from './arrows.ts'
import { tangentAt } from './tangent.ts'

const arrowHead = 7
const shortestArrow = 3

type Root = ReturnType<typeof select<SVGGElement, unknown>>

/**
 * Paints the picture into a group, whatever stood there before.
 * @returns where its arrows and their labels are, the same object while they stay
 */
export function paintDescent(group: SVGGElement, picture: DescentPicture): readonly Box[] {
  const { trace, view, playhead } = picture
  const k = Math.max(0, Math.min(Math.floor(playhead), trace.f.length - 2))
  const at: [number, number] = [view.x(trace.x[k] as number), view.y(trace.f[k] as number)]
  const slope = trace.grad[k] as number
  const visible = isInside(drawingArea(view), at)
  const root = select(group)
  paintTangent(root, visible && Number.isFinite(slope) ? [tangentAt(view, at, slope)] : [])
  const arrows = visible ? placedOnce(picture, k, at) : nowhere
  paintArrows(root, slowly(arrows, picture))
  root
    .selectAll('circle.now')
    .data([pixelsAt(pathOnCurve(trace), view, playhead)].filter((d) => d.every(Number.isFinite)))
    .join('circle')
    .attr('class', 'now')
    .attr('data-name', 'x')
    .attr('cx', (d) => d[0])
    .attr('cy', (d) => d[1])
  return arrows.occupied
}

/** The arrows that are there in slow motion, the last of them growing. */
function slowly(placed: Placed, { made }: DescentPicture): Placed {
  if (!made) return placed
  const { names, part } = made
  const isThere = ({ name }: Arrow) => names.includes(name)
  const grow = (arrow: Arrow): Arrow => {
    const [{ from, to }, share] = [arrow, arrow.name === names.at(-1) ? part : 1]
    return { ...arrow, to: [from[0] + share * (to[0] - from[0]), to[1]] }
  }
  return {
    ...placed,
    arrows: placed.arrows.filter(isThere).map(grow),
    boxes: placed.boxes.filter((_, i) => isThere(placed.arrows[i] as Arrow)),
  }
}

const nowhere: Placed = { arrows: [], boxes: [], occupied: [] }

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
    .data(arrows.flatMap((arrow, i) => (boxes[i] ? [{ ...arrow, box: boxes[i] }] : [])))
    .join('text')
    .attr('data-name', (d) => d.name)
    .attr('data-role', (d) => d.role)
    .attr('x', (d) => d.box.x)
    .attr('y', (d) => baselineOf(d.box))
    .text((d) => d.label)
}

const known = new WeakMap<Trace, { readonly for: readonly unknown[]; readonly placed: Placed }>()

/** Between two steps the arrows stay: nothing is placed anew in each frame. */
function placedOnce(picture: DescentPicture, k: number, at: readonly [number, number]): Placed {
  const { trace, view, taken } = picture
  const last = known.get(trace)
  const now = [view, taken, k]
  if (last && now.every((part, i) => part === last.for[i])) return last.placed
  const fresh = placed(picture, k, at)
  known.set(trace, { for: now, placed: fresh })
  return fresh
}

function arrowPath({ from: [x, y], to: [end] }: Arrow): string {
  const length = Math.abs(end - x)
  if (length < shortestArrow) return `M${x},${y - 3}V${y + 3}`
  const back = Math.sign(x - end) * Math.min(arrowHead, length)
  return `M${x},${y}H${end}M${end + back},${y - 4.5}L${end},${y}L${end + back},${y + 4.5}`
}
