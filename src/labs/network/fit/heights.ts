// Numbers over the plane as colours: around zero from one colour to its opposite, else from deep to high.
import { extent } from 'd3'
import { cssOf, type Rgb, ramp } from '../../../plot/plane/ramp.ts'
import type { Raster } from './raster.ts'

const steps = 256

/** Which colour means which number. */
export interface HeightScale {
  readonly from: number
  readonly to: number
  /** There are numbers on both sides of zero, which has a colour of its own. */
  readonly isAroundZero: boolean
}

export interface HeightColours {
  readonly below: Rgb
  readonly zero: Rgb
  readonly above: Rgb
}

/** A scale for the targets: what the network answers beyond them has the colour of the last. */
export function heightScale(values: readonly number[]): HeightScale {
  const [least = 0, most = 1] = extent(values) as [number?, number?]
  const isAroundZero = least < 0 && most > 0
  if (!isAroundZero) return { from: least, to: most > least ? most : least + 1, isAroundZero }
  const far = Math.max(-least, most)
  return { from: -far, to: far, isAroundZero }
}

/** The colours of a scale, from its lowest number up. */
export function heightRamp({ isAroundZero, from }: HeightScale, colours: HeightColours): Rgb[] {
  const { below, zero, above } = colours
  if (!isAroundZero) return from >= 0 ? ramp(zero, above, steps) : ramp(below, zero, steps)
  const half = steps / 2
  return [...ramp(below, zero, half), ...ramp(zero, above, half)]
}

/** The step of a number on a scale of so many; of what is no number −1. */
export function stepOf(value: number, { from, to }: HeightScale, count = steps): number {
  if (Number.isNaN(value)) return -1
  const share = (value - from) / (to - from)
  return Math.max(0, Math.min(count - 1, Math.floor(share * count)))
}

/** Paints an output of the network at the points of the probe. */
export function paintHeights(
  { columns, rows, pixels }: Raster,
  { answers, width, output }: { answers: Float32Array; width: number; output: number },
  scale: HeightScale,
  colours: readonly Rgb[],
): void {
  const bytes = Uint8Array.from(colours.flat(), (part) => Math.round(255 * part))
  for (let r = 0; r < rows; r++) {
    let pixel = (rows - 1 - r) * columns * 4
    for (let c = 0; c < columns; c++, pixel += 4) {
      const step = stepOf(answers[(r * columns + c) * width + output] as number, scale)
      pixels[pixel + 3] = step < 0 ? 0 : 255
      for (let part = 0; part < 3; part++) pixels[pixel + part] = bytes[3 * step + part] ?? 0
    }
  }
}

/** The colour of a number, for those who paint points. */
export const colourOf = (step: number, colours: readonly Rgb[], count: number): string => {
  const at = Math.round(((step + 0.5) / count) * colours.length - 0.5)
  return cssOf(colours[at] ?? [0.5, 0.5, 0.5])
}
