// Which part of the plane shows a run: the function's own domain, widened in steps until the path fits.
import { compileFunction } from '../core/language/program.ts'
import type { Prepared } from '../core/runs/prepare.ts'
import type { Trace } from '../core/runs/trace.ts'
import type { Window } from './view.ts'

const samples = 400
const usual: readonly [number, number] = [-10, 10]
/** A diverging path is followed this many doublings out; the rest of it leaves the picture. */
const mostDoublings = 6
/** Room above, and below for the words under a minimum, as shares of the height. */
const airAbove = 0.06
const airBelow = 0.16

/** The window of a function of one variable with its runs. */
export function fitWindow({ loss, start }: Prepared, traces: readonly Pick<Trace, 'x'>[]): Window {
  const x = widened(loss.entry?.domain[0] ?? usual, [start[0] as number, ...extremes(traces)])
  return { x, y: heights(x, compileFunction(loss.expression, loss.variables), traces) }
}

function extremes(traces: readonly Pick<Trace, 'x'>[]): number[] {
  return traces.flatMap(({ x }) => {
    let [least, most] = [Infinity, -Infinity]
    for (const value of x) {
      if (value < least) least = value
      if (value > most) most = value
    }
    return [least, most]
  })
}

/** The interval, each end moved out by doublings, so that it does not jitter while a path changes. */
function widened(
  [from, to]: readonly [number, number],
  points: readonly number[],
): readonly [number, number] {
  const half = (to - from) / 2
  const middle = from + half
  const reach = (side: 1 | -1) => {
    const furthest = Math.max(0, ...points.map((value) => side * (value - middle)))
    const doublings = Math.ceil(Math.log2(Math.max(1, furthest / half)))
    return side * half * 2 ** Math.min(mostDoublings, doublings)
  }
  return [middle + reach(-1), middle + reach(1)]
}

/** The values on the interval, without the tips of poles, but with every point of the path on it. */
function heights(
  [from, to]: readonly [number, number],
  f: (x: number) => number,
  traces: readonly Pick<Trace, 'x'>[],
): readonly [number, number] {
  const values = Array.from({ length: samples + 1 }, (_, i) =>
    f(from + ((to - from) * i) / samples),
  )
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  const quantile = (q: number) => values[Math.floor(q * (values.length - 1))] ?? 0
  const body = quantile(0.9) - quantile(0.1)
  let low = Math.max(quantile(0), quantile(0.1) - 2 * body)
  let high = Math.min(quantile(1), quantile(0.9) + 2 * body)
  for (const { x } of traces) {
    const first = x[0]
    const value = first === undefined ? NaN : f(first)
    if (!Number.isFinite(value)) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  const size = high - low || Math.abs(high) || 1
  return [low - airBelow * size, high + airAbove * size]
}
