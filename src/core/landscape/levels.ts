// At which values level lines are drawn: so that the floor of a valley is seen as well as its walls.
import type { Grid, Levels } from './landscape.ts'

/** Of logarithmic levels; seldom more than twice as many. */
const fewest = 14
/** Levels to each power of ten, from few to many; then twice as many again and again, for views far from the minimum. */
const perDecade = [1, 2, 3, 4, 5, 6, 8]
const perDecadeClose = 10
const mostDoublings = 30
/** The share of the picture that lies below the lowest and above the highest level. */
const [below, above] = [0.002, 0.985]
/** No more powers of ten than these: below them only rounding would be seen. */
const mostDecades = 12
/** Of levels by quantiles; odd, so that one is in the middle. */
const shares = 19
/** Of the largest value: differences that are less are rounding. */
const rounding = 1e-13

/**
 * The levels for a grid: logarithmic above the lowest minimum, or by quantiles where there is none, as on slopes that go
 * down for ever. They are anchored in the minimum, so they stay where they are while the picture is moved.
 * @param minima values of known or found minima; they may lie outside the grid
 */
export function levelsOf({ values }: Pick<Grid, 'values'>, minima: readonly number[]): Levels {
  const sorted = values.filter(Number.isFinite).sort()
  const [least = 0, largest = 0] = [sorted[0], sorted.at(-1)]
  const noise = rounding * Math.max(Math.abs(least), Math.abs(largest))
  if (!(largest - least > noise)) return byQuantiles(new Float64Array())
  const lowest = Math.min(...minima.filter(Number.isFinite))
  const isBottom = Number.isFinite(lowest) && least >= lowest - noise
  return isBottom ? logarithmic(sorted, Math.min(lowest, least)) : byQuantiles(sorted)
}

function logarithmic(sorted: Float64Array, floor: number): Levels {
  const logarithmAt = (share: number) => Math.log10(quantile(sorted, share) - floor)
  const high = logarithmAt(above)
  const low = Math.max(logarithmAt(below), high - mostDecades)
  if (!(high > low)) return byQuantiles(sorted)
  const count = (k: number) => Math.floor(k * high) - Math.ceil(k * low) + 1
  const k = [...perDecade, ...closer].find((each) => count(each) >= fewest)
  if (!k) return byQuantiles(sorted)
  const first = Math.ceil(k * low)
  const values = Float64Array.from({ length: count(k) }, (_, i) => floor + 10 ** ((first + i) / k))
  return { values: distinct(values), kind: 'logarithmic', floor }
}

const closer = Array.from({ length: mostDoublings }, (_, i) => perDecadeClose * 2 ** i)

function byQuantiles(sorted: Float64Array): Levels {
  const exact = Array.from({ length: sorted.length && shares + 2 }, (_, i) =>
    quantile(sorted, i / (shares + 1)),
  )
  const rounded = exact
    .slice(1, -1)
    .map((value, i) => roundedWithin(value, exact[i] as number, exact[i + 2] as number))
  return { values: distinct(Float64Array.from(rounded)), kind: 'quantiles', floor: Number.NaN }
}

/** A number of few digits, nearer to a value than half way to its neighbours. */
function roundedWithin(value: number, before: number, after: number): number {
  const room = Math.min(value - before, after - value) / 2
  if (!(room > 0)) return value
  const decimals = -Math.floor(Math.log10(room))
  const unit = 10 ** Math.abs(decimals)
  return decimals > 0 ? Math.round(value * unit) / unit : Math.round(value / unit) * unit
}

const distinct = (values: Float64Array): Float64Array =>
  values.filter((value, i) => i === 0 || value > (values[i - 1] as number))

const quantile = (sorted: Float64Array, share: number): number =>
  sorted[Math.round(share * (sorted.length - 1))] as number
