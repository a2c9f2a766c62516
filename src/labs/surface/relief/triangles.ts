// The triangles between the vertices of a grid.
import { type Mesh, peak, stride } from './block.ts'

type Triangles = Pick<Mesh, 'triangles' | 'belowTo' | 'aboveFrom'>

/**
 * Two triangles for each cell, on both sides of its diagonal; none that has a corner in a hole.
 * @param walls more triangles
 */
export function trianglesOf(
  vertices: Float32Array,
  { columns, rows }: Pick<Mesh, 'columns' | 'rows'>,
  walls: readonly number[],
): Triangles {
  const height = (k: number) => vertices[stride * k + 2] as number
  const below = [...walls]
  const across: number[] = []
  const above: number[] = []
  const add = (a: number, b: number, c: number) => {
    const [x, y, z] = [height(a), height(b), height(c)]
    if (Number.isNaN(x + y + z)) return
    const isBelow = x <= peak && y <= peak && z <= peak
    const isAbove = x > peak && y > peak && z > peak
    const group = isBelow ? below : isAbove ? above : across
    group.push(a, b, c)
  }
  for (let row = 0; row < rows - 1; row++)
    for (let a = row * columns; a < (row + 1) * columns - 1; a++) {
      const d = a + columns + 1
      add(a, a + 1, d)
      add(a, d, d - 1)
    }
  const belowTo = below.length + across.length
  const triangles = new Uint16Array(belowTo + above.length)
  triangles.set(below)
  triangles.set(across, below.length)
  triangles.set(above, belowTo)
  return { triangles, belowTo, aboveFrom: below.length }
}
