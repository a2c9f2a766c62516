import { range } from 'd3'
import type { View } from './view.ts'

/** How far outside the picture (in heights of it) a curve is still drawn. */
const overshoot = 2

type Pixel = readonly [number, number]
const gap: Pixel = [Number.NaN, Number.NaN]
const tenths = (pixel: number) => Math.round(10 * pixel) / 10

/** A line through points, to a tenth of a pixel; broken where one has no place. (d3's own is 2.5 KB before the first path.) */
export function linePath(points: readonly Pixel[]): string {
  let command = 'M'
  return points
    .map(([x, y]) => {
      const isThere = Number.isFinite(y)
      const text = isThere ? `${command}${tenths(x)},${tenths(y)}` : ''
      command = isThere ? 'L' : 'M'
      return text
    })
    .join('')
}

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
  return linePath(pixels.flatMap((pixel, i) => (jumps(i) ? [gap, pixel] : [pixel])))
}
