// A shape for each class, so that colour alone tells none of them from another.
import type { Pen } from '../../../plot/paths/trail.ts'

/** A star of so many spikes, turned by a share of a whole turn; how far in its inner corners are, where it has some. */
interface Star {
  readonly spikes: number
  readonly turn?: number
  readonly inner?: number
}

/** One for each class; the first is round. */
const shapes: readonly (Star | undefined)[] = [
  undefined,
  { spikes: 3 },
  { spikes: 4, turn: 1 / 8 },
  { spikes: 5, inner: 0.45 },
  { spikes: 4 },
  { spikes: 3, turn: 1 / 2 },
  { spikes: 4, turn: 1 / 8, inner: 0.38 },
  { spikes: 5 },
  { spikes: 4, inner: 0.38 },
  { spikes: 3, turn: 1 / 4 },
  { spikes: 6, inner: 0.5 },
  { spikes: 3, inner: 0.28 },
  { spikes: 3, turn: 3 / 4 },
  { spikes: 6 },
  { spikes: 3, turn: 1 / 2, inner: 0.28 },
  { spikes: 8, inner: 0.6 },
]

/** The one of class 2. */
export const square = 2

type Corner = readonly [x: number, y: number]

/** The corners of a class's shape with the area of a circle of radius 1; none for what is round. */
export function cornersOf(shape: number): readonly Corner[] {
  const star = shapes[shape % shapes.length]
  if (!star) return []
  const { spikes, turn = 0, inner = Math.cos(Math.PI / spikes) } = star
  const radius = Math.sqrt(Math.PI / (spikes * inner * Math.sin(Math.PI / spikes)))
  return Array.from({ length: 2 * spikes }, (_, i): Corner => {
    const angle = 2 * Math.PI * (turn + i / (2 * spikes))
    const r = radius * (i % 2 ? inner : 1)
    return [r * Math.sin(angle), -r * Math.cos(angle)]
  })
}

/** Adds a class's shape to the path of a pen. */
export function traceShape(
  pen: Pick<Pen, 'moveTo' | 'lineTo' | 'arc'>,
  corners: readonly Corner[],
  [x, y]: Corner,
  radius: number,
): void {
  const [first, ...rest] = corners
  if (!first) {
    pen.moveTo(x + radius, y)
    pen.arc(x, y, radius, 0, 2 * Math.PI)
    return
  }
  pen.moveTo(x + radius * first[0], y + radius * first[1])
  for (const [dx, dy] of [...rest, first]) pen.lineTo(x + radius * dx, y + radius * dy)
}

/** A class's shape as an SVG path around the origin. */
export function shapePath(shape: number, radius: number): string {
  const corners = cornersOf(shape)
  if (corners.length === 0) return `M${radius},0A${radius},${radius} 0 1 1 ${radius},-0.001Z`
  return `M${corners.map((corner) => corner.map((v) => (radius * v).toFixed(2)).join()).join('L')}Z`
}
