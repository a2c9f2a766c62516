// Which part of the plane shows a run: the function's own domain, widened in steps until the path fits; what goes further
// leaves the picture, so that the landscape stays to be seen.

import { extent, quantileSorted } from 'd3'
import type { Trace } from '../core/descent/trace.ts'
import type { Interval } from '../core/experiment/experiment.ts'
import type { Prepared } from '../core/experiment/prepare.ts'
import type { Region } from '../core/landscape/landscape.ts'
import { compileFunction } from '../core/language/program.ts'

const samples = 400
const usual: readonly [number, number] = [-10, 10]
/** A path is followed so many doublings further than its start needs; one that ends beyond those, only one. */
const mostDoublings = 2
/** Room above, and below for the words under a minimum, as shares of the height. */
const airAbove = 0.06
const airBelow = 0.16
/** Beyond this the size of an interval would be infinite, and no scale could be made of it. */
const farthest = 4e307

type Path = Pick<Trace, 'x'>

/**
 * The window of a function of one variable with its runs.
 * @param asked what of it is asked for: across, and perhaps up; the rest follows
 */
export function fitWindow(
  prepared: Prepared,
  traces: readonly Path[],
  [x = widthFor(prepared, traces), y]: readonly Interval[] = [],
): Region {
  const { expression, variables } = prepared.loss
  return { x, y: y ?? heights(x, compileFunction(expression, variables), traces) }
}

function widthFor({ loss, start }: Prepared, traces: readonly Path[]): Interval {
  const domain = loss.entry?.domain[0] ?? usual
  const own = doublings(domain, [start[0] as number])
  const least = Math.max(...own)
  const paths = traces.map(({ x }) => {
    const most = mostFor(least, Math.max(...doublings(domain, x.slice(-1))))
    return doublings(domain, extent(x) as number[]).map((side) => Math.min(most, side))
  })
  const [left, right] = [0, 1].map((side) =>
    Math.max(...[own, ...paths].map((sides) => sides[side] as number)),
  ) as [number, number]
  return widened(domain, [left, right])
}

/**
 * How many doublings a path is followed.
 * @param own so many its start needs
 * @param last so many its end does
 */
export const mostFor = (own: number, last: number): number =>
  own + (last > own + mostDoublings ? 1 : mostDoublings)

type Sides = readonly [number, number]

/** How often each end must be moved out to hold the points: by doublings, so that it does not jitter while a path changes. */
export function doublings([from, to]: readonly [number, number], points: ArrayLike<number>): Sides {
  const half = (to - from) / 2
  const reach = (side: 1 | -1) => {
    const furthest = Math.max(0, ...Array.from(points, (value) => side * (value - (from + half))))
    return Math.ceil(Math.log2(Math.max(1, furthest / half)))
  }
  return [reach(-1), reach(1)]
}

function widened([from, to]: readonly [number, number], [left, right]: Sides): [number, number] {
  const half = (to - from) / 2
  const middle = from + half
  return [within(middle - half * 2 ** left), within(middle + half * 2 ** right)]
}

const within = (value: number) => Math.max(-farthest, Math.min(farthest, value))

/** The values on the interval, without the tips of poles, but with the starts that are on it. */
function heights(
  [from, to]: readonly [number, number],
  f: (x: number) => number,
  traces: readonly Path[],
): readonly [number, number] {
  const values = Array.from({ length: samples + 1 }, (_, i) =>
    f(from + ((to - from) * i) / samples),
  )
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  const quantile = (q: number) => quantileSorted(values, q) ?? 0
  const body = quantile(0.9) - quantile(0.1)
  let low = Math.max(quantile(0), quantile(0.1) - 2 * body)
  let high = Math.min(quantile(1), quantile(0.9) + 2 * body)
  for (const { x } of traces) {
    const first = x[0]
    const value = first !== undefined && first >= from && first <= to ? f(first) : NaN
    if (!Number.isFinite(value)) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  low = within(low)
  high = within(high)
  const size = high - low || Math.abs(high) || 1
  return [within(low - airBelow * size), within(high + airAbove * size)]
}
