// The nearest minimum ahead, from slopes.

const growth = 1.25
const decades = 8
const halvings = 60

/**
 * Where a slope that is below 0 at 0 first rises above it: bracketed by strides that grow, then halved. The slope says
 * it to the last digit, where values of f could only to the half of them.
 * @param guess of which size the answer may be
 */
export function firstMinimum(slope: (eta: number) => number, guess: number): number | undefined {
  let low = 0
  let high = guess * 10 ** -decades
  while (slope(high) < 0) {
    if (high > guess * 10 ** decades) return undefined
    low = high
    high *= growth
  }
  // Beyond the end of the domain the slope is NaN: not below 0 either, so that the search stays inside.
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2
    if (slope(middle) < 0) low = middle
    else high = middle
  }
  return slope(high) >= 0 ? high : undefined
}
