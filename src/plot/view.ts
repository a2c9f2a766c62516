// From the numbers of a function to the pixels of a plot.
import { scaleLinear, type ZoomTransform } from 'd3'

export interface Size {
  readonly width: number
  readonly height: number
}

/** The part of the plane that is shown. */
export interface Window {
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
}

/** Margins in pixels around the drawing area. */
export interface Margins {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** A scale as the plot needs it: the same for linear and logarithmic ones. */
interface PlotScale {
  (value: number): number
  invert(pixel: number): number
  ticks(count: number): number[]
  tickFormat(count: number): (value: number) => string
  domain(): number[]
}

export interface View extends Size {
  readonly x: PlotScale
  readonly y: PlotScale
  readonly margins: Margins
}

/** Further out than this nothing is drawn, and drawings do not take every number that computers have. */
const farthest = 1e5

/** A scale whose pixels can be drawn. */
function drawable(scale: PlotScale): PlotScale {
  const { invert, ticks, tickFormat, domain } = scale
  const pixel = (value: number) => Math.max(-farthest, Math.min(farthest, scale(value)))
  return Object.assign(pixel, { invert, ticks, tickFormat, domain })
}

/** The view of a window, as zoomed and panned. */
export function viewOf(
  size: Size,
  window: Window,
  margins: Margins,
  transform?: ZoomTransform,
): View {
  const x = scaleLinear(window.x, [
    margins.left,
    Math.max(margins.left + 1, size.width - margins.right),
  ])
  const y = scaleLinear(window.y, [
    Math.max(margins.top + 1, size.height - margins.bottom),
    margins.top,
  ])
  return {
    ...size,
    margins,
    x: drawable(transform ? transform.rescaleX(x) : x),
    y: drawable(transform ? transform.rescaleY(y) : y),
  }
}
