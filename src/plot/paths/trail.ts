// The path of a run on canvas: whole and pale as a ghost, and up to the playhead as a trail that grows.

import type { View } from '../view.ts'
import type { PlotPath } from './plotPath.ts'
import { within } from './within.ts'

export interface TrailStyle {
  readonly color: string
  readonly paper: string
  readonly width: number
  readonly dot: number
  /** How much of the ghost is seen, from 0 to 1. */
  readonly ghost: number
  /** Lengths of strokes and gaps in pixels; empty for a solid line. */
  readonly dash: readonly number[]
}

/** What paths are painted with: a canvas, or the writer of an SVG. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'strokeStyle'
  | 'fillStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'globalAlpha'
  | 'lineDashOffset'
  | 'setLineDash'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'stroke'
  | 'fill'
>

/** Beyond this many points dots would only be a thick line. */
const mostDots = 600
/** Points nearer than this (in pixels) to the last one drawn change nothing. */
const nearest = 0.4
const nearestDots = 1.5
/** The same for the ghosts of long paths, whose dashes are dear: all of them are painted anew while the start is dragged. */
const nearestLong = 1.5

type Points = Pick<PlotPath, 'x' | 'y'>

/** The pixels of point k; NaN where the loss is undefined. */
function pixelsOf({ x, y }: Points, view: View, k: number): [number, number] {
  return [view.x(x[k] as number), view.y(y[k] as number)]
}

/** The pixels of a playhead between two points. */
export function pixelsAt(path: Points, view: View, playhead: number): [number, number] {
  const k = Math.min(Math.floor(playhead), path.y.length - 1)
  const [x, y] = pixelsOf(path, view, k)
  if (k === playhead || k + 1 >= path.y.length) return [x, y]
  const [nextX, nextY] = pixelsOf(path, view, k + 1)
  const part = playhead - k
  return [x + part * (nextX - x), y + part * (nextY - y)]
}

/** The whole path, pale and dashed, with hollow points. */
export function paintGhost(context: Pen, path: PlotPath, view: View, style: TrailStyle): void {
  context.strokeStyle = style.color
  context.lineWidth = style.width * 0.75
  context.globalAlpha = style.ghost
  context.lineDashOffset = 0
  context.setLineDash(style.dash.length ? [...style.dash] : [2 * style.width, 2 * style.width])
  const isLong = path.y.length > mostDots
  strokePath(context, path, view, [0, path.y.length - 1], isLong ? nearestLong : nearest)
  context.setLineDash([])
  if (!isLong) {
    context.globalAlpha = 1
    context.fillStyle = style.paper
    context.lineWidth = style.width * 0.6
    dotsPath(context, path, view, [1, path.y.length - 1], style.dot * 0.9)
    context.fill()
    context.stroke()
  }
  context.globalAlpha = 1
}

/**
 * The path between two playheads, with filled points where it arrives.
 * @param painted how long the trail is already, so that its dashes go on
 * @returns how long it is then
 */
export function paintTrail(
  context: Pen,
  path: PlotPath,
  view: View,
  style: TrailStyle,
  [from, to]: readonly [number, number],
  painted = 0,
): number {
  context.strokeStyle = style.color
  context.fillStyle = style.color
  context.lineWidth = style.width
  context.lineJoin = 'round'
  context.setLineDash([...style.dash])
  context.lineDashOffset = painted
  const length = strokePath(context, path, view, [from, to], nearest)
  context.setLineDash([])
  if (path.y.length <= mostDots) {
    dotsPath(context, path, view, [Math.ceil(from), Math.floor(to)], style.dot)
    context.fill()
  }
  return painted + length
}

/** Beyond the edges, lines are drawn no further than any stroke is wide (pixels): dashes far outside are dear. */
const beyond = 20

/** Draws what can be seen of a line, and answers how long that is. */
function strokePath(
  context: Pen,
  path: PlotPath,
  view: View,
  [from, to]: readonly [number, number],
  finest: number,
): number {
  let length = 0
  let [lastX, lastY] = pixelsAt(path, view, from)
  /** Whether the pen stands at the last point. */
  let isDown = false
  context.beginPath()
  for (let k = Math.floor(from) + 1; k <= Math.ceil(to); k++) {
    const [x, y] = k <= to ? pixelsOf(path, view, k) : pixelsAt(path, view, to)
    const isNear = Math.abs(x - lastX) + Math.abs(y - lastY) < finest
    if (isDown && isNear && k < to) continue
    const isDefined = Number.isFinite(y) && Number.isFinite(lastY)
    const seen = isDefined ? within([lastX, lastY, x, y], view, beyond) : undefined
    if (seen) {
      const [x0, y0, x1, y1] = seen
      if (!isDown || x0 !== lastX || y0 !== lastY) context.moveTo(x0, y0)
      context.lineTo(x1, y1)
      length += Math.hypot(x1 - x0, y1 - y0)
    }
    isDown = seen !== undefined && seen[2] === x && seen[3] === y
    lastX = x
    lastY = y
  }
  context.stroke()
  return length
}

/** All points as one path: many circles are dear one by one. Those on top of the last one change nothing. */
function dotsPath(
  context: Pen,
  path: PlotPath,
  view: View,
  [from, to]: readonly [number, number],
  radius: number,
): void {
  context.beginPath()
  let [lastX, lastY] = [NaN, NaN]
  for (let k = from; k <= to; k++) {
    const [x, y] = pixelsOf(path, view, k)
    if (!Number.isFinite(y) || Math.abs(x - lastX) + Math.abs(y - lastY) < nearestDots) continue
    context.moveTo(x + radius, y)
    context.arc(x, y, radius, 0, 2 * Math.PI)
    lastX = x
    lastY = y
  }
}
