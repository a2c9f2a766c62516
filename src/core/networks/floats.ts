// The numbers of a network: single precision as PyTorch's, double where a test wants more digits.

export type Floats = Float32Array | Float64Array

/** Makes room for so many zeros. */
export type Room = (length: number) => Floats

export const single: Room = (length) => new Float32Array(length)
export const double: Room = (length) => new Float64Array(length)

/** The root of the sum of squares. */
export function norm(values: Floats): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) ** 2
  return Math.sqrt(sum)
}
