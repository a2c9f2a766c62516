// The tangent of a curve, in pixels.
import type { Box } from '../labels/box.ts'
import type { View } from '../view.ts'

const tangentReach = 90
const tangentDot = 6
const tangentParts = [0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9, 1]

export function tangentAt(
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

/** The tangent as small boxes along it, without the part at the point. */
export function tangentBoxes(view: View, at: readonly [number, number], slope: number): Box[] {
  if (!Number.isFinite(slope)) return []
  const [x1, y1, x2, y2] = tangentAt(view, at, slope)
  return tangentParts.map((part) => ({
    x: x1 + part * (x2 - x1) - tangentDot / 2,
    y: y1 + part * (y2 - y1) - tangentDot / 2,
    width: tangentDot,
    height: tangentDot,
  }))
}
