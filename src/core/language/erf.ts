/**
 * The error function, 2/√π ∫₀ˣ e^(−t²) dt, to about 2 units in the last place.
 * Near 0 by a series of positive terms, further out by the continued fraction of its complement
 * (Abramowitz & Stegun 1964, 7.1.6 and 7.1.14, the latter evaluated from the far end).
 */
export function erf(x: number): number {
  const size = Math.abs(x)
  if (!(size < 6)) return Number.isNaN(x) ? NaN : Math.sign(x)
  return Math.sign(x) * (size < 2.5 ? series(size) : 1 - complement(size))
}

function series(x: number): number {
  let term = x
  let sum = x
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
}

function complement(x: number): number {
  let tail = x
  for (let n = 60; n > 0; n--) tail = x + n / 2 / tail
  return Math.exp(-x * x) / (tail * Math.sqrt(Math.PI))
}
