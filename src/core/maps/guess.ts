// How a run may end, guessed from its last point alone.
import { type EndingKind, kinds } from './endings.ts'
import type { SweptTile } from './sweep.ts'

/** As the judge of outcomes has them. */
const [settledSlope, away] = [1e-4, 1e6]
/** How far a minimum is still next to a point: of the way that it came, of the size of the point, and if it rests. */
const [ofTheWay, ofThePoint, resting] = [0.15, 0.02, 1e-3]

/** What is seen of a run. */
export interface Seen {
  readonly start: Float64Array
  readonly end: Float64Array
  /** The size of the slope there; not finite where the loss is not. */
  slope: number
  /** Those that are known, one after the other. */
  minima: Float64Array
}

const code = (kind: EndingKind) => kinds.indexOf(kind)
const [diverges, rests, stuck, near, runsOn] = (
  ['diverges', 'rests', 'stuck', 'near', 'runs on'] as const
).map(code) as [number, number, number, number, number]

/**
 * Writes down how the run of a pixel of a tile ends.
 * @returns whether it diverges
 */
export function guess(tile: SweptTile, i: number, { start, end, slope, minima }: Seen): boolean {
  const d = end.length
  const size = Math.sqrt(squares(end))
  if (!(size <= away * (1 + Math.sqrt(squares(start)))) || !Number.isFinite(slope)) {
    tile.kinds[i] = diverges
    return true
  }
  let nearest = -1
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at < minima.length; at += d) {
    const far = apart(end, minima, at)
    if (far < least) {
      nearest = at
      least = far
    }
  }
  const isSettled = slope <= settledSlope
  const reach = isSettled
    ? resting * (1 + size)
    : Math.max(ofTheWay * Math.sqrt(apart(end, start, 0)), ofThePoint * (1 + size))
  const isThere = nearest >= 0 && least <= reach * reach
  tile.kinds[i] = isSettled ? (isThere ? rests : stuck) : isThere ? near : runsOn
  if (!isThere) return false
  tile.known[i] = nearest / d
  for (let j = 0; j < d; j++) tile.minima[i * d + j] = minima[nearest + j] as number
  return false
}

function squares(a: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) {
    const along = a[i] as number
    sum += along * along
  }
  return sum
}

/** Squared. */
function apart(a: Float64Array, b: Float64Array, from: number): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) {
    const along = (a[i] as number) - (b[from + i] as number)
    sum += along * along
  }
  return sum
}
