// Numbers by chance that are short to write: a link that shows a difference should be one that people can type.
import fc from 'fast-check'

/** Evenly spread, with at most so many digits: doubles by chance are mostly next to 0. The simplest is the one next to 0. */
export function between(from: number, to: number, digits = 3): fc.Arbitrary<number> {
  const unit = (to - from) / 1000
  const origin = Math.min(Math.max(0, from), to)
  return fc
    .integer({ min: Math.ceil((from - origin) / unit), max: Math.floor((to - origin) / unit) })
    .map((parts) => Number((origin + parts * unit).toPrecision(digits)))
}

/** Evenly spread in their logarithm. */
export const decades = (from: number, to: number, digits = 2): fc.Arbitrary<number> =>
  between(Math.log10(from), Math.log10(to)).map((power) =>
    Number((10 ** power).toPrecision(digits)),
  )
