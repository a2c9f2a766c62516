// How many figures a formula shows: as few as let whoever computes it again by hand arrive at the result that is shown.

/** The figures of every result, and of the numbers that lead there at least. */
export const fewest = 4
const most = 8

interface Given {
  readonly value: number
  /** It is shown as it is. */
  readonly exact: boolean
}

type Compute = (...numbers: number[]) => number

/** Whether numbers of so many figures lead to the result as it is shown. */
function leads(
  compute: Compute,
  numbers: readonly Given[],
  { figures, result, shown }: Record<'figures' | 'result' | 'shown', number>,
): boolean {
  const written = Number(result.toPrecision(shown))
  const halfUnit = 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(written))) - shown + 1)
  const rounded = numbers.map(({ value, exact }) =>
    exact ? value : Number(value.toPrecision(figures)),
  )
  return Math.abs(compute(...rounded) - written) <= halfUnit * (1 + 1e-9)
}

/**
 * The figures that the numbers of a line need.
 * @param compute the line, of its numbers in order
 * @param numbers what was recorded
 * @param result what was recorded of the line
 */
export function figuresNeeded(compute: Compute, numbers: readonly Given[], result: number): number {
  if (!Number.isFinite(result) || result === 0) return fewest
  for (let figures = fewest; figures < most; figures++)
    if (leads(compute, numbers, { figures, result, shown: fewest })) return figures
  return most
}

/** The figures with which a line holds, its result included; nothing where numbers cancel too much for that. */
export function evenFigures(
  compute: Compute,
  numbers: readonly Given[],
  result: number,
): number | undefined {
  if (!Number.isFinite(result) || result === 0) return fewest
  for (let figures = fewest; figures <= most; figures++)
    if (leads(compute, numbers, { figures, result, shown: figures })) return figures
  return undefined
}
