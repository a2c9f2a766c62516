// Numbers of marks that are not evenly apart: no two of them look the same unless they are.
import { figuresFor, mostFigures, plain, rounding } from './number.ts'

export interface ApartTexts {
  readonly texts: readonly string[]
  /** What was done to the numbers, where only their late digits differ: " − 100000". */
  readonly taken?: string
}

/**
 * The texts of rising numbers. Where their first figures do not tell them apart, what they have in common is taken off.
 * @param from what is taken off then
 */
export function apartTexts(
  values: readonly number[],
  figures: number,
  from: number = values[0] ?? 0,
): ApartTexts {
  if (figuresFor(values, figures) === figures)
    return { texts: values.map((value) => plain(value, figures)) }
  const rest = values.map((value) => value - from)
  const least = Math.min(...rest.filter((value) => value > 0))
  // The difference of two numbers has fewer figures than they have.
  const certain = Math.floor(-Math.log10((rounding / 100) * (Math.abs(from) / least)))
  const shown = Math.max(1, Math.min(figures, certain))
  const base = plain(from, Math.min(mostFigures, Math.ceil(Math.log10(Math.abs(from) / least)) + 2))
  return {
    texts: rest.map((value) => plain(value, shown)),
    taken: ` − ${from < 0 ? `(${base})` : base}`,
  }
}

/** Where numbers differ by less than this share of their size, it is taken off what they have in common. */
const narrow = 1e-3

/** What numbers in a column have in common, if they differ late: a round number below them. */
export function commonPart(values: ArrayLike<number>): number | undefined {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  const [range, size] = [high - low, Math.max(Math.abs(low), Math.abs(high))]
  if (!(range > 100 * rounding * size && range < narrow * size)) return undefined
  const unit = 10 ** Math.ceil(Math.log10(range))
  return Number((Math.floor(low / unit) * unit).toPrecision(mostFigures))
}
