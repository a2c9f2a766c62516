// plot/: d3 meets React: scales, views, axes, layers and zoom; it knows views, pixels and traces, never a store.
//
// From the numbers of a function to the pixels of a plot.
import { extent, type ZoomTransform } from 'd3'
import type { Region } from '../core/landscape/landscape.ts'
import { linear, type PlotScale } from './scale.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** A picture with the size of the words on it, in pixels: what belongs to words grows with them. */
export interface Sheet extends Size {
  readonly text: number
}

/** Margins in pixels around the drawing area. */
export interface Margins {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export interface View extends Sheet {
  readonly x: PlotScale
  readonly y: PlotScale
  readonly margins: Margins
}

/** Further out than this nothing is drawn, and drawings do not take every number that computers have. */
const farthest = 1e5

/** A scale whose pixels can be drawn. */
export const drawable = (scale: PlotScale): PlotScale =>
  Object.assign((value: number) => Math.max(-farthest, Math.min(farthest, scale(value))), {
    ...scale,
  })

/**
 * Margins for words of a size, from margins in ems of it.
 * @param beside so many pixels more stay free to the right
 */
export const marginsFor = (
  text: number,
  { top, right, bottom, left }: Margins,
  beside = 0,
): Margins => ({
  top: Math.round(top * text),
  right: Math.round(right * text) + beside,
  bottom: Math.round(bottom * text),
  left: Math.round(left * text),
})

/** The view of a region of the plane, as zoomed and panned. */
export function viewOf(
  size: Sheet,
  region: Region,
  margins: Margins,
  transform?: ZoomTransform,
): View {
  const x = linear(region.x, [margins.left, Math.max(margins.left + 1, size.width - margins.right)])
  const y = linear(region.y, [Math.max(margins.top + 1, size.height - margins.bottom), margins.top])
  return {
    ...size,
    margins,
    x: drawable(transform?.rescaleX(x) ?? x),
    y: drawable(transform?.rescaleY(y) ?? y),
  }
}

/** The value under a pixel, to as many digits as a pixel tells; at the edge of the drawing area for pixels beyond. */
export function under(scale: PlotScale, pixel: number): number {
  const [a = 0, b = 0] = scale.range()
  const inside = Math.max(Math.min(a, b), Math.min(Math.max(a, b), pixel))
  return asShortAsPixels(scale, scale.invert(inside))
}

/** What a view shows of the plane, to as many digits as pixels tell. */
export function windowOf({ x, y }: View): Region {
  const ends = (scale: PlotScale): readonly [number, number] => {
    const [from = 0, to = 0] = scale.domain()
    return [asShortAsPixels(scale, from), asShortAsPixels(scale, to)]
  }
  return { x: ends(x), y: ends(y) }
}

/** Further out no window reaches. */
const farthestWindow = 1e307
const air = 0.05

/** The window of what a view shows and of all points of some paths. */
export function whole(
  view: View,
  paths: readonly { readonly x: Float64Array; readonly y: Float64Array }[],
): Region {
  const around = (axis: 'x' | 'y'): readonly [number, number] => {
    const ends = [view[axis].domain(), ...paths.map((path) => path[axis])].flatMap(
      (values) => extent(values) as number[],
    )
    const [from, to] = [Math.min(...ends), Math.max(...ends)].map((end) =>
      Math.max(-farthestWindow, Math.min(farthestWindow, end)),
    ) as [number, number]
    return [from - air * (to - from), to + air * (to - from)]
  }
  return windowOf(viewOf(view, { x: around('x'), y: around('y') }, view.margins))
}

function asShortAsPixels(scale: PlotScale, value: number): number {
  const perPixel = Math.abs(scale.invert(1) - scale.invert(0))
  const unit = 10 ** Math.floor(Math.log10(perPixel))
  return Number((Math.round(value / unit) * unit).toPrecision(14))
}

/** The pixels of a unit; negative where the axis goes up. */
export function unitOf(axis: PlotScale): number {
  const [from = 0, to = 1] = axis.domain()
  const [start = 0, end = 0] = axis.range()
  return (end - start) / (to - from)
}
