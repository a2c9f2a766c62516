// Lengths and angles of long lists of numbers.

/** Of one kind of arrays, which engines do much faster than of two. */
export function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0
  for (let i = 0; i < x.length; i++) sum += (x[i] as number) * (y[i] as number)
  return sum
}

export const lengthOf = (x: Float64Array): number => Math.sqrt(dot(x, x))

/**
 * The first two that are no multiples of each other, at right angles and of length 1; zeros where there are no two.
 * @param least a direction that differs from the first one by less than this share of its length is the same
 */
export function orthonormal(
  candidates: readonly Float64Array[],
  least: number,
): readonly [Float64Array, Float64Array] {
  const found: Float64Array[] = []
  for (const candidate of candidates) {
    const length = lengthOf(candidate)
    if (found.length === 2 || !(length > 0)) continue
    let rest: Float64Array = candidate.map((value) => value / length)
    // Twice, for what rounding leaves the first time.
    for (let times = 0; times < 2; times++) for (const one of found) rest = without(rest, one)
    const left = lengthOf(rest)
    if (left > least) found.push(rest.map((value) => value / left))
  }
  const none = new Float64Array(candidates[0]?.length ?? 0)
  return [found[0] ?? none, found[1] ?? none]
}

function without(x: Float64Array, direction: Float64Array): Float64Array {
  const part = dot(x, direction)
  return x.map((value, i) => value - part * (direction[i] as number))
}
