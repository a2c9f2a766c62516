import type { View } from '../view.ts'
import type { PlotPath } from './plotPath.ts'

/** The index of the path that passes nearest to a pixel, if one passes within a reach (in pixels). */
export function nearestPath(
  paths: readonly PlotPath[],
  view: View,
  [x, y]: readonly [number, number],
  reach: number,
): number | undefined {
  let [nearest, least]: [number | undefined, number] = [undefined, reach]
  for (const [index, path] of paths.entries()) {
    for (let k = 1; k < path.x.length; k++) {
      const distance = distanceTo(pixelsOf(path, view, k - 1), pixelsOf(path, view, k), [x, y])
      if (distance < least) [nearest, least] = [index, distance]
    }
  }
  return nearest
}

type Point = readonly [number, number]

const pixelsOf = (path: PlotPath, view: View, k: number): Point => [
  view.x(path.x[k] as number),
  view.y(path.y[k] as number),
]

/** From a point to a stretch between two others. */
function distanceTo(a: Point, b: Point, at: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = dx * dx + dy * dy
  const along = length ? ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / length : 0
  const part = Math.max(0, Math.min(1, along))
  return Math.hypot(at[0] - a[0] - part * dx, at[1] - a[1] - part * dy)
}
