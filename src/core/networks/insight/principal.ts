// The direction in which vectors differ most, from their products alone.

/** Enough for any picture. */
const most = 300
const settled = 1e-10

/**
 * The first principal component of n vectors, by repeated multiplication.
 * Source: Golub & Van Loan 2013, Matrix Computations, 7.3.1; Schölkopf, Smola & Müller 1998 (from products alone)
 * @param products n × n, of each with each; their mean is not taken off
 * @returns how far each vector reaches in that direction, with a sign so that the longest reach is above 0
 */
export function principalOf(products: Float64Array, n: number): Float64Array {
  let largest = 0
  for (let i = 0; i < n; i++)
    if ((products[i * n + i] as number) > (products[largest * n + largest] as number)) largest = i
  let vector = unit(products.subarray(largest * n, (largest + 1) * n))
  let value = 0
  for (let k = 0; k < most; k++) {
    const next = times(products, vector)
    const size = Math.hypot(...next)
    if (!(size > 0)) return new Float64Array(n)
    const isSettled = Math.abs(size - value) <= settled * size
    value = size
    vector = next.map((one) => one / size)
    if (isSettled) break
  }
  const furthest = vector.reduce((far, one) => (Math.abs(one) > Math.abs(far) ? one : far), 0)
  const scale = Math.sqrt(value) * (furthest < 0 ? -1 : 1)
  return vector.map((one) => one * scale)
}

function unit(vector: Float64Array): Float64Array {
  const size = Math.hypot(...vector)
  return vector.map((one) => one / (size || 1))
}

const times = (matrix: Float64Array, vector: Float64Array): Float64Array =>
  vector.map((_, i) => {
    let sum = 0
    for (let j = 0; j < vector.length; j++)
      sum += (matrix[i * vector.length + j] as number) * (vector[j] as number)
    return sum
  })
