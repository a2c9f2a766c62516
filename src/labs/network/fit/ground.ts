// What lies below the points: regions, bands or heights as a raster, and the lines where classes meet.
import type { Pen } from '../../../plot/paths/trail.ts'
import type { View } from '../../../plot/view.ts'
import { boundariesOf } from './boundaries.ts'
import type { FitColours } from './colours.ts'
import type { Fit } from './fit.ts'
import { heightRamp, paintHeights } from './heights.ts'
import { type Raster, rasterOf } from './raster.ts'
import { fineSize, paintRegions, scoreGrid } from './regions.ts'

export interface Ground {
  readonly raster: Raster
  /** Line segments in points of the probe. */
  readonly boundaries: Float32Array
}

/**
 * The ground under the points; nothing where the answers are a curve, or are compared.
 * @param before a raster that may be painted over
 */
export function groundOf(
  fit: Fit,
  answers: Float32Array,
  colours: FitColours,
  before?: Raster,
): Ground | undefined {
  const { look, probe, reading, scale } = fit
  if (reading && (look === 'regions' || look === 'chances')) {
    const grid = scoreGrid(probe, answers, reading)
    const raster = rasterOf(...fineSize(probe), before)
    paintRegions(raster, grid, colours.classes)
    return { raster, boundaries: boundariesOf(grid) }
  }
  if (!scale) return undefined
  const raster = rasterOf(probe.columns, probe.rows, before)
  const { width, output } = fit
  paintHeights(raster, { answers, width, output }, scale, heightRamp(scale, colours))
  return { raster, boundaries: new Float32Array() }
}

/** Paints where classes meet. */
export function paintBoundaries(
  pen: Pen,
  { boundaries }: Ground,
  { probe }: Fit,
  view: View,
  color: string,
): void {
  const [across = [0, 1], up = [0, 1]] = probe.window
  const [x, y] = [scaled(across, probe.columns, view.x), scaled(up, probe.rows, view.y)]
  pen.strokeStyle = color
  pen.lineWidth = 1.25
  pen.globalAlpha = 0.75
  pen.setLineDash([])
  pen.beginPath()
  for (let i = 0; i < boundaries.length; i += 4) {
    pen.moveTo(x(boundaries[i] as number), y(boundaries[i + 1] as number))
    pen.lineTo(x(boundaries[i + 2] as number), y(boundaries[i + 3] as number))
  }
  pen.stroke()
  pen.globalAlpha = 1
}

/** From points of the probe along an axis to pixels. */
function scaled(
  [from, to]: readonly [number, number],
  count: number,
  scale: (value: number) => number,
): (at: number) => number {
  const start = scale(from)
  const step = (scale(to) - start) / Math.max(1, count - 1)
  return (at) => start + at * step
}
