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
    x: transform ? transform.rescaleX(x) : x,
    y: transform ? transform.rescaleY(y) : y,
  }
}
