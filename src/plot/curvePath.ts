import { line, range } from 'd3'
import type { View } from './view.ts'

/** How far outside the picture (in heights of it) a curve is still drawn. */
const overshoot = 2

type Pixel = [number, number]
const gap: Pixel = [Number.NaN, Number.NaN]
const drawn = line()
  .defined(([, y]) => Number.isFinite(y))
  .digits(1)

/**
 * A curve as an SVG path: one point per pixel column, broken where the function is undefined or jumps off the picture.
 */
export function curvePath(
  f: (x: number) => number,
  { x, y, width, height, margins }: View,
): string {
  const limit = overshoot * height
  const pixels = range(margins.left, width - margins.right + 1).map((column): Pixel => {
    const pixel = y(f(x.invert(column)))
    // What is not finite stays so: there the line is broken.
    return [
      column,
      Number.isFinite(pixel) ? Math.max(-limit, Math.min(height + limit, pixel)) : NaN,
    ]
  })
  const jumps = (i: number) =>
    Math.abs((pixels[i]?.[1] ?? NaN) - (pixels[i - 1]?.[1] ?? NaN)) > height + limit
  return drawn(pixels.flatMap((pixel, i) => (jumps(i) ? [gap, pixel] : [pixel]))) ?? ''
}
