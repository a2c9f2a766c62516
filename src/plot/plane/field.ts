// Where downhill is, all over the plane: small arrows against the gradient on a grid of pixels.
import type { Slopes } from '../../core/landscape/slopes.ts'
import type { Pen } from '../paths/trail.ts'
import { unitOf, type View } from '../view.ts'

/** In pixels, from arrow to arrow; the longest one's share of it. */
const spacing = 44
const longest = 0.8 * spacing
const lineWidth = 1.25
const headSize = 5
/** What is shorter than this has no direction that could be seen. */
const shortest = 1.5
/** Lengths grow as this power of the slope, up to the slope that only so many exceed. */
const compression = 1 / 4
const steepest = 0.95

interface Arrow {
  readonly x: number
  readonly y: number
  /** Downhill in pixels, of length 1. */
  readonly across: number
  readonly down: number
  readonly steepness: number
}

/** Paints the field of −∇f, where the gradient is a finite number. */
export function paintField(pen: Pen, view: View, slopes: Slopes, color: string): void {
  const arrows = arrowsOn(view, slopes)
  const sizes = arrows.map(({ steepness }) => steepness).sort((a, b) => a - b)
  const full = sizes[Math.floor(steepest * (sizes.length - 1))] ?? 1
  pen.strokeStyle = color
  pen.lineWidth = lineWidth
  pen.lineJoin = 'round'
  pen.setLineDash([])
  pen.beginPath()
  for (const arrow of arrows)
    traceArrow(pen, arrow, longest * Math.min(1, arrow.steepness / full) ** compression)
  pen.stroke()
}

/** One for each place of the grid, which stands in the middle of the drawing area. */
function arrowsOn(view: View, slopes: Slopes): Arrow[] {
  const { margins, width, height } = view
  const slope = new Float64Array(2)
  const arrows: Arrow[] = []
  // Across and up a unit may have different lengths, and y grows against the pixels.
  const [unitX, unitY] = [unitOf(view.x), unitOf(view.y)]
  for (const y of places(margins.top, height - margins.bottom))
    for (const x of places(margins.left, width - margins.right)) {
      slopes(view.x.invert(x), view.y.invert(y), slope)
      const [gx, gy] = slope as unknown as [number, number]
      const steepness = Math.hypot(gx, gy)
      const [across, down] = [(-gx / steepness) * unitX, (-gy / steepness) * unitY]
      const size = Math.hypot(across, down)
      if (!(size > 0 && Number.isFinite(steepness))) continue
      arrows.push({ x, y, across: across / size, down: down / size, steepness })
    }
  return arrows
}

function places(from: number, to: number): number[] {
  const count = Math.max(0, Math.floor((to - from) / spacing))
  const first = (from + to - (count - 1) * spacing) / 2
  return Array.from({ length: count }, (_, i) => first + i * spacing)
}

/** An arrow through the middle of its place. */
function traceArrow(pen: Pen, { x, y, across, down }: Arrow, length: number): void {
  if (length < shortest) return
  const [endX, endY] = [x + (across * length) / 2, y + (down * length) / 2]
  pen.moveTo(x - (across * length) / 2, y - (down * length) / 2)
  pen.lineTo(endX, endY)
  const back = Math.min(headSize, length / 2)
  const half = back * 0.6
  pen.moveTo(endX - across * back - down * half, endY - down * back + across * half)
  pen.lineTo(endX, endY)
  pen.lineTo(endX - across * back + down * half, endY - down * back - across * half)
}
