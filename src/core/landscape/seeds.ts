// Where to look for special points: a coarse table of the loss and its slope.
import { spaced, tabulate } from './grid.ts'
import type { Pair, Survey } from './survey.ts'

/** Samples along each side. */
const side = 96
/** Whole lines of level ground would give thousands. */
const mostSeeds = 500

export interface Seeds {
  /** Where the loss is lower than at all neighbours: below may be a minimum, whatever its slope says. */
  readonly low: readonly Pair[]
  /** Where the slope is less than at all neighbours, or changes its sign both ways. */
  readonly calm: readonly Pair[]
}

/** The places of a table from which searches begin. */
export function seedsOf({ expressions, loss, region }: Survey): Seeds {
  const [f, gx, gy] = tabulate(expressions, loss.variables, {
    region,
    columns: side,
    rows: side,
  }) as [Float64Array, Float64Array, Float64Array]
  const [xs, ys] = [spaced(region.x, side), spaced(region.y, side)]
  const [w, h] = [(xs[1] as number) - (xs[0] as number), (ys[1] as number) - (ys[0] as number)]
  const size = gx.map((slope, k) => Math.hypot(w * slope, h * (gy[k] as number)))
  const pointAt = (k: number): Pair => [xs[k % side] as number, ys[Math.floor(k / side)] as number]
  const centreOf = (k: number): Pair => {
    const [x, y] = pointAt(k)
    return [x + w / 2, y + h / 2]
  }
  const cells = places((k) => k % side < side - 1 && k < side * (side - 1) && turns(k, gx, gy))
  const pits = places((k) => isLeast(f, k))
  const still = places((k) => isLeast(size, k))
  return {
    low: thinned(pits).map(pointAt),
    calm: [...thinned(still).map(pointAt), ...thinned(cells).map(centreOf)],
  }
}

const places = (holds: (k: number) => boolean): number[] =>
  Array.from({ length: side * side }, (_, k) => k).filter(holds)

/** At most so many, evenly from the whole list. */
const thinned = (list: readonly number[]): number[] => {
  const stride = Math.ceil(list.length / mostSeeds)
  return list.filter((_, i) => i % stride === 0)
}

/** Whether a value is not above any neighbour and below one of them; what lies beyond the edge does not count. */
function isLeast(values: Float64Array, k: number): boolean {
  const own = values[k] as number
  if (!Number.isFinite(own)) return false
  const [i, j] = [k % side, Math.floor(k / side)]
  let isBelow = false
  for (let dj = -1; dj <= 1; dj++) {
    for (let di = -1; di <= 1; di++) {
      if (i + di < 0 || i + di >= side || j + dj < 0 || j + dj >= side) continue
      const other = values[k + dj * side + di] as number
      if (other < own) return false
      if (other > own) isBelow = true
    }
  }
  return isBelow
}

/** Whether both slopes change their sign within the cell right of and above a sample. */
function turns(k: number, gx: Float64Array, gy: Float64Array): boolean {
  return changes(gx, k) && changes(gy, k) && (isSloped(gx, k) || isSloped(gy, k))
}

const corners = [0, 1, side, side + 1]
const changes = (g: Float64Array, k: number) =>
  corners.some((c) => (g[k + c] as number) <= 0) && corners.some((c) => (g[k + c] as number) >= 0)
const isSloped = (g: Float64Array, k: number) => corners.some((c) => g[k + c] !== 0)
