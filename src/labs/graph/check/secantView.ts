// Where the parts of the chart of secants go. Its window follows from the point alone, so that it is the secant that turns.
import {
  type Precision,
  precisions,
  type QuotientKind,
  quotients,
} from '../../../core/graphs/gradientCheck.ts'
import { forward } from '../../../core/graphs/passes.ts'
import { chartMargins } from '../../../plot/charts/chartMargins.ts'
import { linePath } from '../../../plot/curvePath.ts'
import { marginsFor, type Sheet, unitOf, type View, viewOf } from '../../../plot/view.ts'
import type { Checked } from './slopes.ts'

/** How far the window reaches to both sides: the widest secants, from x − 1 to x + 1, have room in it. */
const reach = 1.5
const samples = 60
const air = { above: 0.08, below: 0.16 }
/** How far above and below f at the point it is followed, in heights between x − 1 and x + 1. */
const followed = 1.5

/** f along the variable. */
export const along =
  ({ graph, point, variable }: Checked) =>
  (x: number): number =>
    forward(graph, { ...point, [variable]: x }).at(-1) ?? Number.NaN

/** What of the plane is shown around the point; nothing where f has no value. */
export function windowAround(f: (x: number) => number, at: number) {
  const value = f(at)
  const heights = (half: number) =>
    Array.from({ length: samples + 1 }, (_, i) => f(at + half * ((2 * i) / samples - 1))).filter(
      Number.isFinite,
    )
  const [all, near] = [heights(reach), heights(1)]
  if (!all.length) return undefined
  const size = Math.max(...near) - Math.min(...near)
  // A pole takes no more room than it is worth.
  const [floor, roof] =
    size > 0 && Number.isFinite(value)
      ? [value - followed * size, value + followed * size]
      : [-Infinity, Infinity]
  const [low, high] = [Math.max(floor, Math.min(...all)), Math.min(roof, Math.max(...all))]
  const height = high - low || Math.abs(value) / 2 || 1
  return {
    x: [at - reach, at + reach],
    y: [low - air.below * height, high + air.above * height],
  } as const
}

export const secantView = (
  size: Sheet,
  region: NonNullable<ReturnType<typeof windowAround>>,
): View => viewOf(size, region, marginsFor(size.text, { ...chartMargins, top: 0.5 }))

type Pixel = readonly [number, number]

/** The straight line through a point of the plane with a slope, from edge to edge. */
export function lineThrough(
  { x, y, width, height }: View,
  [at, value]: Pixel,
  slope: number,
): string {
  const [px, py] = [x(at), y(value)]
  // In pixels, since a slope of a million is no place to go to.
  const [across, down] = Number.isFinite(slope)
    ? [unitOf(x), slope * unitOf(y)]
    : [0, slope < 0 ? -1 : 1]
  const size = Math.hypot(across, down)
  if (!Number.isFinite(size) || Number.isNaN(slope) || !Number.isFinite(py)) return ''
  const far = (width + height) / size
  return linePath([
    [px - far * across, py - far * down],
    [px + far * across, py + far * down],
  ])
}

/** The two places that a quotient compares, as numbers are kept. */
export function endsOf(
  kind: QuotientKind,
  {
    point,
    variable,
    precision,
  }: { readonly point: Checked['point']; readonly variable: string; readonly precision: Precision },
  h: number,
): readonly [number, number] {
  const { rounding } = precisions[precision]
  const { from, to } = quotients[kind]
  const at = (offset: number) => rounding(rounding(point[variable] ?? NaN) + rounding(offset * h))
  return [at(from), at(to)]
}
