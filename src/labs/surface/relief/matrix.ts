// 4 × 4 matrices, column by column as WebGL takes them.

export type Matrix = Float32Array
export type Point = readonly [number, number, number]

/** The matrix that does what is named last first. */
export const product = (first: Matrix, ...others: readonly Matrix[]): Matrix =>
  others.reduce(times, first)

function times(a: Matrix, b: Matrix): Matrix {
  const result = new Float32Array(16)
  for (let row = 0; row < 4; row++)
    for (let column = 0; column < 4; column++) {
      let sum = 0
      for (let k = 0; k < 4; k++) sum += (a[4 * k + row] as number) * (b[4 * column + k] as number)
      result[4 * column + row] = sum
    }
  return result
}

export const translation = ([x, y, z]: Point): Matrix =>
  Float32Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1)

/** Turns y towards z, by degrees. */
export function turnX(degrees: number): Matrix {
  const [c, s] = circle(degrees)
  return Float32Array.of(1, 0, 0, 0, 0, c, s, 0, 0, -s, c, 0, 0, 0, 0, 1)
}

/** Turns x towards y, by degrees. */
export function turnZ(degrees: number): Matrix {
  const [c, s] = circle(degrees)
  return Float32Array.of(c, s, 0, 0, -s, c, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1)
}

/** Cosine and sine of an angle in degrees. */
export const circle = (degrees: number): [number, number] => [
  Math.cos((degrees * Math.PI) / 180),
  Math.sin((degrees * Math.PI) / 180),
]

export interface Lens {
  /** How large what is 1 wide and 1 away is, of half the picture's width and height. */
  readonly scale: readonly [number, number]
  /** By how much the whole picture is moved, of half its width and height. */
  readonly shift: readonly [number, number]
  /** The distances that depth 0 and depth 1 belong to. */
  readonly near: number
  readonly far: number
}

/** What is seen from the origin along −z, in WebGL's clip space. */
export function perspective({ scale, shift, near, far }: Lens): Matrix {
  const depth = near - far
  return Float32Array.of(
    ...[scale[0], 0, 0, 0],
    ...[0, scale[1], 0, 0],
    ...[-shift[0], -shift[1], (near + far) / depth, -1],
    ...[0, 0, (2 * near * far) / depth, 0],
  )
}

/** Where a point is in the picture: −1 to 1 from left to right, from bottom to top and from near to far. */
export function project(matrix: Matrix, point: Point): [number, number, number] {
  const [x = 0, y = 0, z = 0, w = 1] = [0, 1, 2, 3].map((row) =>
    [...point, 1].reduce((sum, part, k) => sum + part * (matrix[4 * k + row] as number), 0),
  )
  return [x / w, y / w, z / w]
}
