// The colours of heights: even steps for the eye from one colour of the style sheet to another.
import { interpolateLab, quantize, rgb } from 'd3'

/** Red, green, blue between 0 and 1, as screens take them. */
export type Rgb = readonly [number, number, number]

/** So many colours, at least two, in steps that look equally large. */
export const ramp = (from: Rgb, to: Rgb, count: number): Rgb[] =>
  quantize(interpolateLab(cssOf(from), cssOf(to)), count).map(readRgb)

/** A colour as style sheets report it: rgb(1, 2, 3). */
export function readRgb(text: string): Rgb {
  const { r, g, b } = rgb(text)
  return [r / 255, g / 255, b / 255]
}

/** The same for those who paint. */
export const cssOf = ([r, g, b]: Rgb): string => rgb(r * 255, g * 255, b * 255).formatRgb()
