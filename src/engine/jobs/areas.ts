// The areas above levels as rings, by d3: apart from the core, which needs no package, and from the page, whose frames it
// would take.
import { contours } from 'd3'
import type { Area, Grid, Levels } from '../../core/landscape/landscape.ts'

/** The area above each level, one by one; logarithmic levels are looked for between logarithms, where lines are straighter. */
export function* areasOf(grid: Grid, { values: levels, kind, floor }: Levels): Generator<Area> {
  const height = kind === 'logarithmic' ? (value: number) => Math.log10(value - floor) : undefined
  const values = Array.from(height ? grid.values.map(height) : grid.values)
  for (const level of levels) yield areaAbove(grid, values, height ? height(level) : level)
}

/** Where the loss has a finite value. */
export const definedArea = (grid: Grid): Area =>
  areaAbove(
    grid,
    Array.from(grid.values, (value) => (Number.isFinite(value) ? 1 : 0)),
    0.5,
  )

function areaAbove(
  { region: { x, y }, columns, rows }: Grid,
  values: number[],
  level: number,
): Area {
  const { coordinates } = contours().size([columns, rows]).contour(values, level)
  const rings = coordinates.flat()
  const points = new Float64Array(2 * rings.reduce((sum, ring) => sum + ring.length, 0))
  const ends = new Uint32Array(rings.length)
  // The value of column i stands in the middle of its cell, at i + ½; rings end half a cell further out.
  const place = (at: number, [from, to]: readonly [number, number], count: number) =>
    from + ((to - from) * Math.max(0, Math.min(count - 1, at - 0.5))) / (count - 1)
  let end = 0
  for (const [r, ring] of rings.entries()) {
    for (const [across = 0, up = 0] of ring) {
      points[end++] = place(across, x, columns)
      points[end++] = place(up, y, rows)
    }
    ends[r] = end
  }
  return { points, ends }
}
