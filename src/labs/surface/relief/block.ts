// The relief as it is drawn: a block of stone whose upper side is the surface.

export interface Mesh {
  readonly columns: number
  readonly rows: number
  /** Half the width and half the depth of the floor; the longer one is 1. */
  readonly halves: readonly [number, number]
  /**
   * Seven numbers for each vertex: its place (the third is the height, NaN in holes), its normal, its band. The first
   * columns × rows vertices, row by row, are the surface; others are walls.
   */
  readonly vertices: Float32Array
  /** Three vertices each: first walls and those nowhere above the peak, then those across it, last those all above it. */
  readonly triangles: Uint16Array
  /** Where those end that reach below the peak, and where those begin that reach above it. */
  readonly belowTo: number
  readonly aboveFrom: number
  /** The band of the plateau: the index of the highest level. */
  readonly top: number
}

/** Numbers for each vertex. */
export const stride = 7
/** How high the plateau is, where half the floor is 1. */
export const peak = 0.7
/** Where the walls end, below the lowest place. */
export const floor = -0.06

/** Where a place counted in columns and rows is on the floor. */
export const groundAt = (
  { columns, rows, halves }: Pick<Mesh, 'columns' | 'rows' | 'halves'>,
  u: number,
  v: number,
): [number, number] => [
  halves[0] * ((2 * u) / (columns - 1) - 1),
  halves[1] * ((2 * v) / (rows - 1) - 1),
]

/** The height of the drawn surface at a place counted in columns and rows; NaN in holes and outside. */
export function heightAt({ columns, rows, vertices }: Mesh, u: number, v: number): number {
  if (!(u >= 0 && v >= 0 && u <= columns - 1 && v <= rows - 1)) return NaN
  const [i, j] = [Math.min(Math.floor(u), columns - 2), Math.min(Math.floor(v), rows - 2)]
  const z = (right: number, up: number) =>
    vertices[stride * ((j + up) * columns + i + right) + 2] as number
  const [x, y] = [u - i, v - j]
  const [a, d] = [z(0, 0), z(1, 1)]
  const height =
    x >= y ? a + x * (z(1, 0) - a) + y * (d - z(1, 0)) : a + y * (z(0, 1) - a) + x * (d - z(0, 1))
  return Math.min(height, peak)
}
