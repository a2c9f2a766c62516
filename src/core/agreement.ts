// How far a difference quotient agrees with the slope that it estimates.

export interface Comparison {
  readonly exact: number
  readonly quotient: number
  readonly error: number
  /** As a share of the exact slope; NaN where that is 0 and the quotient is not. */
  readonly relative: number
}

export const compare = (exact: number, quotient: number): Comparison => {
  const error = Math.abs(quotient - exact)
  return { exact, quotient, error, relative: error === 0 ? 0 : error / Math.abs(exact || NaN) }
}

/** How many digits of the quotient are those of the slope; nothing where there is nothing to count. */
export function digitsThatAgree({ relative }: Pick<Comparison, 'relative'>): number | undefined {
  if (relative === 0) return Number.POSITIVE_INFINITY
  return Number.isFinite(relative) ? Math.max(0, Math.floor(-Math.log10(relative))) : undefined
}

/** The place of the least of some errors, of several with the same the first; one that is not defined is no least. */
export const leastAt = (errors: ArrayLike<number>): number =>
  Array.from(errors).reduce(
    (best, error, i) =>
      error < (errors[best] ?? Number.NaN) || Number.isNaN(errors[best]) ? i : best,
    0,
  )
