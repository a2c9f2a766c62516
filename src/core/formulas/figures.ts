// How many figures a formula shows: as few as let whoever computes it again by hand arrive at the result that is shown.

/** The figures of every result, and of the numbers that lead there at least. */
export const fewest = 4
const most = 8

/**
 * The figures that the numbers of a line need.
 * @param compute the line, of its numbers in order
 * @param numbers what was recorded; `exact` ones are shown as they are
 * @param result what was recorded of the line
 */
export function figuresNeeded(
  compute: (...numbers: number[]) => number,
  numbers: readonly { readonly value: number; readonly exact: boolean }[],
  result: number,
): number {
  if (!Number.isFinite(result) || result === 0) return fewest
  const shown = Number(result.toPrecision(fewest))
  const halfUnit = 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(shown))) - fewest + 1)
  for (let figures = fewest; figures < most; figures++) {
    const rounded = numbers.map(({ value, exact }) =>
      exact ? value : Number(value.toPrecision(figures)),
    )
    if (Math.abs(compute(...rounded) - shown) <= halfUnit * (1 + 1e-9)) return figures
  }
  return most
}
