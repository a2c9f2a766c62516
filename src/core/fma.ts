// Arithmetic in more than a double's digits, for what has to be rounded as a processor's own instruction rounds it.

/** A double as the sum of two that have half its digits each (Veltkamp 1968). */
export function split(a: number): [number, number] {
  const shifted = a * 134217729
  const high = shifted - (shifted - a)
  return [high, a - high]
}

/** What a·b has beyond its rounded value (Dekker 1971). */
function productError(a: number, b: number, product: number): number {
  const [aHigh, aLow] = split(a)
  const [bHigh, bLow] = split(b)
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow
}

/** What a + b has beyond its rounded value (Knuth 1969). */
function sumError(a: number, b: number, sum: number): number {
  const other = sum - a
  return a - (sum - other) + (b - other)
}

const double = new Float64Array(1)
const bits = new BigInt64Array(double.buffer)

/** a + b rounded to odd: where a double does not hold it, to the neighbour whose last digit is 1. */
function oddSum(a: number, b: number): number {
  const sum = a + b
  const error = sumError(a, b, sum)
  double[0] = sum
  const isEven = ((bits[0] as bigint) & 1n) === 0n
  if (error === 0 || !isEven) return sum
  bits[0] = (bits[0] as bigint) + (error > 0 === sum > 0 ? 1n : -1n)
  return double[0]
}

/**
 * a·b + c, rounded once (Boldo & Melquiond 2008). Where the product is too large or small to be taken apart it is
 * rounded, too.
 */
export function fma(a: number, b: number, c: number): number {
  const product = a * b
  const size = Math.abs(product)
  const isSafe = size < 1e290 && size > 1e-290 && Math.abs(a) < 1e290 && Math.abs(b) < 1e290
  if (!isSafe || !Number.isFinite(c)) return product + c
  const rest = productError(a, b, product)
  if (rest === 0) return product + c
  const sum = product + c
  return sum + oddSum(sumError(product, c, sum), rest)
}
