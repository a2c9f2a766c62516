// Which learning rates are tried: round numbers, evenly far apart as factors, from coarse to fine.

/** To the next rate it is a fifth of a decade: 1, 1.6, 2.5, 4, 6.3, 10 (Renard's series R5). */
const perDecade = 5
/** So many of those to each side: a little more than three decades. */
const reach = 16
/** Every 8th rate first, then those in between. */
const strides = [8, 4, 2, 1]
/** Further out no learning rate makes sense. */
const exponents = { least: -60, most: 40 }

const rateAt = (k: number) => Number((10 ** (k / perDecade)).toPrecision(2))

/**
 * Rates around another one, in the order in which they are best tried.
 * @param center where it is no number above 0, `instead` takes its place
 * @param count 33, 17 or 9: over the same decades, every one of the series, every second, or every fourth
 */
export function ratesAround(center: number, count: number, instead = 0.01): readonly number[] {
  const middle = Math.round(perDecade * Math.log10(center > 0 ? center : instead))
  const { least, most } = exponents
  const first = Math.max(least, Math.min(most, middle)) - reach
  const apart = Math.max(1, Math.round((2 * reach) / (count - 1)))
  const coarse = (i: number) => strides.findIndex((stride) => i % stride === 0)
  return Array.from({ length: 2 * reach + 1 }, (_, i) => i)
    .filter((i) => i % apart === 0)
    .sort((a, b) => coarse(a) - coarse(b))
    .map((i) => rateAt(first + i))
}
