import type { View } from './view.ts'

/** How far outside the picture (in heights of it) a curve is still drawn. */
const overshoot = 2

/**
 * A curve as an SVG path: one point per pixel column, broken where the function is undefined or jumps off the picture.
 */
export function curvePath(
  f: (x: number) => number,
  { x, y, width, height, margins }: View,
): string {
  const limit = overshoot * height
  let path = ''
  let before: number | undefined
  for (let column = margins.left; column <= width - margins.right; column++) {
    const pixel = y(f(x.invert(column)))
    if (!Number.isFinite(pixel)) {
      before = undefined
      continue
    }
    const clipped = Math.max(-limit, Math.min(height + limit, pixel))
    const jumps = before !== undefined && Math.abs(clipped - before) > height + limit
    path += `${before === undefined || jumps ? 'M' : 'L'}${column},${clipped.toFixed(1)}`
    before = clipped
  }
  return path
}
