// The path of a run on canvas: whole and pale as a ghost, and up to the playhead as a trail that grows.
import type { Trace } from '../../core/runs/trace.ts'
import type { View } from '../view.ts'

export interface TrailStyle {
  readonly color: string
  readonly paper: string
  readonly width: number
  readonly dot: number
}

/** Beyond this many points dots would only be a thick line. */
const mostDots = 600
/** Points nearer than this (in pixels) to the last one drawn change nothing. */
const nearest = 0.4
const nearestDots = 1.5

/** The pixels of point k; NaN where the loss is undefined. */
function pixelsOf({ x, f }: Trace, view: View, k: number): [number, number] {
  return [view.x(x[k] as number), view.y(f[k] as number)]
}

/** The pixels of a playhead between two points. */
export function pixelsAt(trace: Trace, view: View, playhead: number): [number, number] {
  const k = Math.min(Math.floor(playhead), trace.f.length - 1)
  const [x, y] = pixelsOf(trace, view, k)
  if (k === playhead || k + 1 >= trace.f.length) return [x, y]
  const [nextX, nextY] = pixelsOf(trace, view, k + 1)
  const part = playhead - k
  return [x + part * (nextX - x), y + part * (nextY - y)]
}

/** The whole path, pale and dashed, with hollow points. */
export function paintGhost(
  context: CanvasRenderingContext2D,
  trace: Trace,
  view: View,
  style: TrailStyle,
): void {
  context.strokeStyle = style.color
  context.lineWidth = style.width * 0.75
  context.globalAlpha = 0.55
  context.setLineDash([2 * style.width, 2 * style.width])
  strokePath(context, trace, view, 0, trace.f.length - 1)
  context.setLineDash([])
  if (trace.f.length <= mostDots) {
    context.globalAlpha = 1
    context.fillStyle = style.paper
    context.lineWidth = style.width * 0.6
    const dots = dotsPath(trace, view, 1, trace.f.length - 1, style.dot * 0.9)
    context.fill(dots)
    context.stroke(dots)
  }
  context.globalAlpha = 1
}

/** The path between two playheads, with filled points where it arrives. */
export function paintTrail(
  context: CanvasRenderingContext2D,
  trace: Trace,
  view: View,
  style: TrailStyle,
  from: number,
  to: number,
): void {
  context.strokeStyle = style.color
  context.fillStyle = style.color
  context.lineWidth = style.width
  context.lineJoin = 'round'
  strokePath(context, trace, view, from, to)
  if (trace.f.length > mostDots) return
  context.fill(dotsPath(trace, view, Math.ceil(from), Math.floor(to), style.dot))
}

function strokePath(
  context: CanvasRenderingContext2D,
  trace: Trace,
  view: View,
  from: number,
  to: number,
): void {
  let [lastX, lastY] = pixelsAt(trace, view, from)
  let pen = Number.isFinite(lastY)
  context.beginPath()
  if (pen) context.moveTo(lastX, lastY)
  for (let k = Math.floor(from) + 1; k <= Math.ceil(to); k++) {
    const [x, y] = k <= to ? pixelsOf(trace, view, k) : pixelsAt(trace, view, to)
    if (!Number.isFinite(y)) {
      pen = false
      continue
    }
    if (!pen) context.moveTo(x, y)
    else if (k < to && Math.abs(x - lastX) + Math.abs(y - lastY) < nearest) continue
    else context.lineTo(x, y)
    pen = true
    lastX = x
    lastY = y
  }
  context.stroke()
}

/** All points as one path: many circles are dear one by one. Those on top of the last one change nothing. */
function dotsPath(trace: Trace, view: View, from: number, to: number, radius: number): Path2D {
  const path = new Path2D()
  let [lastX, lastY] = [NaN, NaN]
  for (let k = from; k <= to; k++) {
    const [x, y] = pixelsOf(trace, view, k)
    if (!Number.isFinite(y) || Math.abs(x - lastX) + Math.abs(y - lastY) < nearestDots) continue
    path.moveTo(x + radius, y)
    path.arc(x, y, radius, 0, 2 * Math.PI)
    lastX = x
    lastY = y
  }
  return path
}
