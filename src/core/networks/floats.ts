// The numbers of a network: single precision as PyTorch's, double where a test wants more digits.

export type Floats = Float32Array | Float64Array

/** Makes room for so many zeros. */
export type Room = (length: number) => Floats

export const single: Room = (length) => new Float32Array(length)
export const double: Room = (length) => new Float64Array(length)
