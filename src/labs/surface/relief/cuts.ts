// Where a straight line over the mesh crosses the edges of its triangles.

/** A place counted in columns and rows of the mesh. */
export type Cell = readonly [number, number]

export const between = (from: Cell, to: Cell, part: number): Cell => [
  part === 1 ? to[0] : from[0] + part * (to[0] - from[0]),
  part === 1 ? to[1] : from[1] + part * (to[1] - from[1]),
]

/**
 * The parts of the way, ascending, at which a line is inside the mesh and crosses an edge, with where it enters and
 * where it leaves: 0 and 1 if it is inside all along. Empty outside, and for what is not finite.
 * @param every of so many edges one is enough
 */
export function cutsOf(from: Cell, to: Cell, { columns, rows }: Size, every = 1): number[] {
  const [enter, leave] = inside(from, to, [columns - 1, rows - 1])
  if (!(leave >= enter)) return []
  const [start, end] = [between(from, to, enter), between(from, to, leave)]
  const cuts = [
    ...crossings(start[0], end[0], every),
    ...crossings(start[1], end[1], every),
    ...crossings(start[0] - start[1], end[0] - end[1], every),
  ].sort((a, b) => a - b)
  return [enter, ...cuts.map((part) => enter + part * (leave - enter)), leave]
}

/** About how many cuts a line has. */
export function cutCount(from: Cell, to: Cell, { columns, rows }: Size): number {
  const [x, y] = [to[0] - from[0], to[1] - from[1]]
  const count = Math.abs(x) + Math.abs(y) + Math.abs(x - y)
  return Number.isFinite(count) ? Math.min(count, 2 * (columns + rows)) : 0
}

interface Size {
  readonly columns: number
  readonly rows: number
}

/** The part of a line between 0 and 1 that is inside a rectangle; from more than to where none is. */
function inside(from: Cell, to: Cell, most: Cell): Cell {
  let [enter, leave] = [0, 1]
  for (const axis of [0, 1] as const) {
    const step = to[axis] - from[axis]
    if (step === 0 && from[axis] >= 0 && from[axis] <= most[axis]) continue
    const ends = [-from[axis] / step, (most[axis] - from[axis]) / step]
    enter = Math.max(enter, Math.min(...ends))
    leave = Math.min(leave, Math.max(...ends))
  }
  return [enter, leave]
}

/** The parts of the way from a to b at which whole numbers are passed: each, or each so many. */
function crossings(a: number, b: number, every: number): number[] {
  const [low, high] = [Math.floor(Math.min(a, b)) + 1, Math.ceil(Math.max(a, b)) - 1]
  return Array.from(
    { length: Math.max(0, Math.ceil((high - low + 1) / every)) },
    (_, k) => (low + every * k - a) / (b - a),
  )
}
