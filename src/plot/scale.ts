// d3's scales, with NaN for what has no place.
import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3'
import { leastWidth } from '../core/experiment/scene.ts'

/** From numbers to pixels: what plots ask of a scale. */
export interface PlotScale
  extends Pick<ScaleContinuousNumeric<number, number>, 'invert' | 'ticks' | 'tickFormat'> {
  (value: number): number
  readonly domain: () => number[]
  readonly range: () => number[]
}

type Interval = readonly [number, number]

/** Equal differences are equally far. What is too narrow to be told apart is flat. */
export const linear = ([from, to]: Interval, range: Interval) =>
  scaleLinear<number, number, number>([from, Math.max(to, from + leastWidth)], range).unknown(
    Number.NaN,
  )

/** The same, from a round number to a round number. */
export const linearNice = (domain: Interval, range: Interval) => linear(domain, range).nice()

/** Equal ratios are equally far. For domains above 0. */
export const logarithmic = ([from, to]: Interval, range: Interval) =>
  scaleLog<number, number, number>(
    [Math.max(from, leastWidth), Math.max(to, leastWidth)],
    range,
  ).unknown(Number.NaN)

/** The same, from a power of ten to a power of ten. */
export const logarithmicNice = (domain: Interval, range: Interval) =>
  logarithmic(domain, range).nice()

/** About so many round numbers of the domain, two at least: those to which d3 would give a text. */
export function ticksOf(scale: PlotScale, count: number): number[] {
  const format = scale.tickFormat(count)
  const ticks = scale.ticks(count).filter((tick) => format(tick) !== '')
  return ticks.length > 1 || !(count < mostTicks) ? ticks : ticksOf(scale, 2 * count)
}
/** Where so many are no two, there are none. */
const mostTicks = 50
