// Where the parts of the chart of errors go: both of its axes are of logarithms.
import { extent } from 'd3'
import { type GradientCheck, quotientKinds } from '../../../core/graphs/gradientCheck.ts'
import { chartMargins } from '../../../plot/charts/chartMargins.ts'
import { widened } from '../../../plot/charts/widened.ts'
import { linePath } from '../../../plot/curvePath.ts'
import { logarithmicNice } from '../../../plot/scale.ts'
import { marginsFor, type Sheet, type View } from '../../../plot/view.ts'
import type { Flank } from './flanks.ts'

/** Smaller shares of the largest error are not told apart. */
const smallestShare = 1e-18
/** An error of 0 lies so far below the largest at least. */
const zeroShare = 1e-8
/** Where all errors are 0. */
const usual = [1e-16, 1] as const
/** Room below the least error, for words. */
const roomBelow = 0.03
/** Above the picture is a line of words. */
const margins = { ...chartMargins, top: 1.75 }

export function errorView(size: Sheet, { h, errors }: GradientCheck): View {
  const all = quotientKinds.flatMap((kind) => [...errors[kind]])
  const positive = all.filter((error) => error > 0 && Number.isFinite(error))
  const [least, most] = positive.length
    ? widened(extent(positive) as [number, number], true)
    : usual
  const low = Math.max(roomBelow * least, smallestShare * most)
  const own = marginsFor(size.text, margins)
  const right = Math.max(own.left + 1, size.width - own.right)
  const bottom = Math.max(own.top + 1, size.height - own.bottom)
  return {
    ...size,
    margins: own,
    x: logarithmicNice(extent(h) as [number, number], [own.left, right]),
    y: logarithmicNice(
      [all.includes(0) ? Math.min(low, zeroShare * most) : low, most],
      [bottom, own.top],
    ),
  }
}

/** The height of an error; one that is too small for the picture lies on its lower edge. */
export const heightOf = ({ y }: View, error: number): number =>
  Number.isFinite(error) ? y(Math.max(error, y.domain()[0] ?? 0)) : Number.NaN

type Pixel = readonly [number, number]

export const pointsOf = (view: View, h: Float64Array, errors: Float64Array): Pixel[] =>
  Array.from(h, (width, i) => [view.x(width), heightOf(view, errors[i] ?? Number.NaN)])

export const errorPath = (view: View, h: Float64Array, errors: Float64Array): string =>
  linePath(pointsOf(view, h, errors))

/** The straight line of a flank, as far as it is in the picture. */
export function flankEnds({ x, y }: View, { slope, factor }: Flank): readonly [Pixel, Pixel] {
  const [first = 0, last = 1] = x.domain()
  const [low = 0, high = 1] = y.domain()
  const within = (h: number) => Math.max(first, Math.min(last, h))
  const widthAt = (error: number) => within((error / factor) ** (1 / slope))
  const at = (h: number): Pixel => [x(h), y(factor * h ** slope)]
  return [at(widthAt(low)), at(widthAt(high))]
}

/** How many digits of h someone means who points at a pixel. */
const figures = 2

/** The width under a pixel. */
export function widthUnder({ x }: View, pixel: number): number {
  const [first = 0, last = 1] = x.domain()
  return Number(Math.max(first, Math.min(last, x.invert(pixel))).toPrecision(figures))
}
