// Where one class meets another: the lines on which two scores are equally large and no third one is larger.
// Source: marching squares, by the lead of each class over the best of the others.
import type { ScoreGrid } from './sureness.ts'

/** Line segments: x, y, x, y of each, counted in points of the grid from the lower left. */
export function boundariesOf(grid: ScoreGrid): Float32Array {
  const { columns, rows, scores, meant } = grid
  const { classes } = grid.reading
  const segments: number[] = []
  for (let r = 0; r + 1 < rows; r++)
    for (let c = 0; c + 1 < columns; c++) {
      const at = r * columns + c
      const corners = [at, at + 1, at + columns + 1, at + columns]
      const of = meant[at]
      if (corners.every((corner) => meant[corner] === of)) continue
      const present = new Set(corners.map((corner) => meant[corner] as number))
      // Of two classes the line is the same, seen from either.
      const seen = present.size === 2 ? [...present].slice(1) : present
      for (const k of seen) {
        const leads = corners.map((corner) => leadOf(scores, corner * classes, k, classes))
        for (const [x, y] of crossings(leads)) segments.push(c + x, r + y)
      }
    }
  return Float32Array.from(segments)
}

/** By how much a class is ahead of the best of the others. */
function leadOf(scores: ArrayLike<number>, from: number, of: number, classes: number): number {
  let best = Number.NEGATIVE_INFINITY
  for (let k = 0; k < classes; k++) if (k !== of) best = Math.max(best, scores[from + k] as number)
  return (scores[from + of] as number) - best
}

type Place = readonly [x: number, y: number]
const cornerPlaces: readonly Place[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
]

/** Where a lead changes its sign around a cell: pairs of places, each a line across it. */
function crossings(leads: readonly number[]): readonly Place[] {
  const found = leads.flatMap((lead, i): Place[] => {
    const next = leads[(i + 1) % 4] as number
    if (lead >= 0 === next >= 0) return []
    const share = lead / (lead - next)
    const [from, to] = [cornerPlaces[i], cornerPlaces[(i + 1) % 4]] as [Place, Place]
    return [[from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]]
  })
  const [a, b, c, d] = found
  if (!a || !b || !c || !d) return found
  // A saddle: what its middle belongs to is not cut through.
  const middle = leads.reduce((sum, lead) => sum + lead, 0)
  return middle >= 0 === (leads[0] as number) >= 0 ? [a, b, c, d] : [d, a, b, c]
}
