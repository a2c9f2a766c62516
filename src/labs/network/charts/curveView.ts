// Where the curves of a training go: scales that stand still while nothing leaves them, and paths.
import { chartMargins } from '../../../plot/charts/chartMargins.ts'
import { lossPath } from '../../../plot/charts/lossPath.ts'
import { widened } from '../../../plot/charts/widened.ts'
import { linear, linearNice, logarithmicNice } from '../../../plot/scale.ts'
import { marginsFor, type Sheet, type View } from '../../../plot/view.ts'
import { titleRoom } from './ChartTitle.tsx'
import type { Racer } from './racers.ts'

/** What a chart of curves is about. */
export interface Extent {
  /** Or batches. */
  readonly epochs: number
  readonly low: number
  readonly high: number
  readonly isLog: boolean
}

/** A loss so many times as high as all were at first is one that explodes: it leaves the picture. */
const exploded = { linear: 3, log: 1e4 }
/** Smaller shares of the largest value are not told apart on a logarithmic scale. */
const smallestShare = 1e-12
/** Room for the numbers at the ends of curves, in ems. */
const beside = 1.6

/** The least and the most of all losses that are to be seen. */
export function lossRange(racers: readonly Racer[], isLog: boolean): readonly [number, number] {
  let [low, high, first] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0]
  for (const { losses, validation } of racers) {
    first = Math.max(first, finite(losses[0]), finite(validation[0]))
    for (const values of [losses, validation])
      for (const value of values) {
        if (!Number.isFinite(value) || (isLog && value <= 0)) continue
        low = Math.min(low, value)
        high = Math.max(high, value)
      }
  }
  if (!(low <= high)) return widened([undefined, undefined], isLog)
  const most = first * (isLog ? exploded.log : exploded.linear) || high
  const top = Math.max(low, Math.min(high, most))
  return widened([isLog ? Math.max(low, top * smallestShare) : low, top], isLog)
}

const finite = (value: number | undefined) =>
  value !== undefined && Number.isFinite(value) ? value : 0

/** In per cent: from a multiple of ten below all that racers have to 100, with a little air. */
export function accuracyRange(racers: readonly Racer[]): readonly [number, number] {
  let least = 1
  for (const { accuracy } of racers) for (const value of accuracy) if (value < least) least = value
  return [10 * Math.floor(Math.min(9, 10 * least)) - air, 100 + air]
}
const air = 3

/** @param isNice from a round number to a round number */
export const curveView = (size: Sheet, extent: Extent, isNice = true): View =>
  chartView(size, extent, { isNice, right: beside })

/** The view of a chart with a title. @param right what is free there, in ems */
export function chartView(
  size: Sheet,
  { low, high, isLog, epochs }: Extent,
  { isNice = true, right = chartMargins.right } = {},
): View {
  const margins = marginsFor(size.text, { ...chartMargins, top: titleRoom, right })
  const bottom = Math.max(margins.top + 1, size.height - margins.bottom)
  const end = Math.max(margins.left + 1, size.width - margins.right)
  const scale = isLog ? logarithmicNice : isNice ? linearNice : linear
  return {
    ...size,
    margins,
    x: linear([0, Math.max(1, epochs)], [margins.left, end]),
    y: scale([low, high], [bottom, margins.top]),
  }
}

/** Further out nothing is drawn. */
const farthest = 1e4

/** A column as a path: one value for each epoch, at most two points a pixel column. @param unit of its values on the scale */
export const curvePath = (values: Float64Array, { x, y }: View, unit = 1): string =>
  lossPath(values, { x, y: (value) => Math.min(farthest, Math.max(-farthest, y(unit * value))) })

/** The epoch under a pixel: a whole one of those that are known. */
export const epochUnder = ({ x }: View, pixel: number, known: number): number =>
  Math.max(0, Math.min(known, Math.round(x.invert(pixel))))

export interface End {
  readonly run: number
  readonly x: number
  readonly y: number
}

/** Where racers are now: the ends of their curves, moved up and down so that none covers another. */
export function endsOf(racers: readonly Racer[], view: View, apart: number): End[] {
  const { top, bottom } = view.margins
  const ends = racers.flatMap(({ run, losses }) => {
    const last = losses.findLastIndex((value) => Number.isFinite(view.y(value)))
    if (last < 0) return []
    const y = Math.max(top, Math.min(view.height - bottom, view.y(losses[last] as number)))
    return [{ run, x: view.x(last), y }]
  })
  return spread(ends, apart, view.height - bottom - apart / 2)
}

/** Down where one would cover the one above it, and up again from the lower edge. */
function spread(ends: readonly End[], apart: number, bottom: number): End[] {
  const sorted = [...ends].sort((a, b) => a.y - b.y)
  for (let i = 1; i < sorted.length; i++) {
    const [above, end] = [sorted[i - 1] as End, sorted[i] as End]
    if (isBeside(above, end, apart)) sorted[i] = { ...end, y: Math.max(end.y, above.y + apart) }
  }
  for (let i = sorted.length - 1; i >= 0; i--) {
    const [end, below] = [sorted[i] as End, sorted[i + 1]]
    const floor = below && isBeside(below, end, apart) ? below.y - apart : bottom
    sorted[i] = { ...end, y: Math.min(end.y, floor) }
  }
  return sorted
}

const isBeside = (a: End, b: End, apart: number) => Math.abs(a.x - b.x) < apart
