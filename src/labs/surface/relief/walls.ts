// The relief is a block: from the edges of the surface walls go down to the floor.
import { floor, type Mesh, stride } from './block.ts'

type Size = Pick<Mesh, 'columns' | 'rows'>

/** What walls have for a band: it is below all others. */
const wallBand = -2

/** How many vertices the walls have. */
export const wallVertices = ({ columns, rows }: Size): number => 4 * (columns + rows)

/**
 * Writes the walls behind the vertices of the surface: for each vertex at an edge one like it and one below.
 * @returns their triangles
 */
export function addWalls(vertices: Float32Array, { columns, rows }: Size): number[] {
  const last = columns * rows - columns
  const triangles: number[] = []
  let k = columns * rows
  for (const [first, step, count, ...normal] of [
    [0, 1, columns, 0, -1],
    [last, 1, columns, 0, 1],
    [0, columns, rows, -1, 0],
    [columns - 1, columns, rows, 1, 0],
  ] as const)
    for (let i = 0; i < count; i++, k += 2) {
      const edge = stride * (first + i * step)
      const [x = 0, y = 0, z = 0] = vertices.subarray(edge, edge + 3)
      vertices.set([x, y, z, ...normal, 0, wallBand], stride * k)
      vertices.set([x, y, floor, ...normal, 0, wallBand], stride * (k + 1))
      const isWhole = i > 0 && !Number.isNaN(z) && !Number.isNaN(vertices[stride * (k - 2) + 2])
      if (isWhole) triangles.push(k - 2, k - 1, k, k, k - 1, k + 1)
    }
  return triangles
}
