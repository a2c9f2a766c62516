// A grid of values as triangles: places, normals, and the band of each vertex.
import type { Grid, Levels } from '../../../core/landscape/landscape.ts'
import { bandMeasure, bottomOf, heightMeasure } from './bands.ts'
import { groundAt, type Mesh, peak, stride } from './block.ts'
import { trianglesOf } from './triangles.ts'
import { addWalls, wallVertices } from './walls.ts'

const most = 200
/** Grounds longer than this are drawn as wide as this. */
const longest = 2

/** The relief of a grid: thinned out, with the height linear in the value or in its band. */
export function meshOf(grid: Grid, levels: Levels, isLog: boolean): Mesh {
  const { columns, rows, values } = thinned(grid)
  const bottom = bottomOf(values, levels)
  const band = bandMeasure(levels, bottom)
  const height = heightMeasure(band, levels, bottom, isLog)
  const halves = halvesOf(grid)
  const vertices = new Float32Array(stride * (columns * rows + wallVertices({ columns, rows })))
  values.forEach((value, k) => {
    const isThere = Number.isFinite(value)
    vertices.set(
      groundAt({ columns, rows, halves }, k % columns, Math.floor(k / columns)),
      stride * k,
    )
    vertices[stride * k + 2] = isThere ? peak * height(value) : NaN
    vertices[stride * k + 6] = isThere ? band(value) : NaN
  })
  setNormals(vertices, columns, rows)
  const triangles = trianglesOf(vertices, { columns, rows }, addWalls(vertices, { columns, rows }))
  return { columns, rows, halves, vertices, ...triangles, top: levels.values.length - 1 }
}

function halvesOf({ region: { x, y } }: Grid): [number, number] {
  const ratio = (x[1] - x[0]) / (y[1] - y[0])
  return ratio > 1 ? [1, 1 / Math.min(ratio, longest)] : [Math.max(ratio, 1 / longest), 1]
}

/** The values at so many places that 16 bits number them; between the places of the grid by bilinear interpolation. */
function thinned({ columns, rows, values }: Grid): Omit<Grid, 'region'> {
  if (columns <= most && rows <= most) return { columns, rows, values }
  const [wide, high] = [Math.min(most, columns), Math.min(most, rows)]
  const at = (k: number, of: number, all: number) => {
    const place = (k * (all - 1)) / (of - 1)
    const before = Math.min(Math.floor(place), all - 2)
    return [before, place - before] as const
  }
  const mixed = (a: number, b: number, part: number) =>
    part === 0 ? a : part === 1 ? b : a + part * (b - a)
  const result = Float64Array.from({ length: wide * high }, (_, k) => {
    const [i, partX] = at(k % wide, wide, columns)
    const [j, partY] = at(Math.floor(k / wide), high, rows)
    const row = (j: number) =>
      mixed(values[j * columns + i] as number, values[j * columns + i + 1] as number, partX)
    return mixed(row(j), partY === 0 ? 0 : row(j + 1), partY)
  })
  return { columns: wide, rows: high, values: result }
}

/** Normals from the differences to both neighbours, or to one where the other is missing. */
function setNormals(vertices: Float32Array, columns: number, rows: number): void {
  const last = columns * rows - 1
  const part = (k: number, axis: number) => vertices[stride * k + axis] as number
  /** The slope along an axis. */
  const slope = (k: number, before: number, after: number, axis: number) => {
    const from = Number.isNaN(part(before, 2)) ? k : before
    const to = Number.isNaN(part(after, 2)) ? k : after
    return from === to ? 0 : (part(to, 2) - part(from, 2)) / (part(to, axis) - part(from, axis))
  }
  for (let k = 0; k <= last; k++) {
    const column = k % columns
    const x = slope(k, column ? k - 1 : k, column < columns - 1 ? k + 1 : k, 0)
    const y = slope(k, k < columns ? k : k - columns, k + columns > last ? k : k + columns, 1)
    const length = Math.sqrt(x * x + y * y + 1)
    vertices[stride * k + 3] = -x / length
    vertices[stride * k + 4] = -y / length
    vertices[stride * k + 5] = 1 / length
  }
}
