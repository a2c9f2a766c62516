// How a run may end, guessed from its last point alone.
import type { EndingKind } from './endings.ts'
import type { PreparedMap } from './prepareMap.ts'

export interface Guess {
  readonly kind: EndingKind
  /** The number of the minimum among those that are known; −1 for none. */
  readonly minimum: number
}

/** As the judge of outcomes has them. */
const [settledSlope, away] = [1e-4, 1e6]
/** How far a minimum is still next to a point: of the way that it came, of the size of the point, and if it rests. */
const [ofTheWay, ofThePoint, resting] = [0.15, 0.02, 1e-3]

/** @returns a function of the start, the last point, and the size of the slope there, not finite where the loss is not */
export function guessing(map: PreparedMap) {
  const d = map.prepared.loss.variables.length
  const minima = Float64Array.from(map.minima().flat())
  const climbs = map.prepared.runs.at(-1)?.settings.maximize === true
  const count = climbs ? 0 : minima.length / d
  const distance = (a: Float64Array, b: Float64Array, from: number) => {
    let squares = 0
    for (let i = 0; i < d; i++) squares += ((a[i] as number) - (b[from + i] as number)) ** 2
    return Math.sqrt(squares)
  }
  const origin = new Float64Array(d)
  const guess = (kind: EndingKind, minimum = -1): Guess => ({ kind, minimum })
  return (start: Float64Array, end: Float64Array, slope: number): Guess => {
    const size = distance(end, origin, 0)
    if (!(size <= away * (1 + distance(start, origin, 0))) || !Number.isFinite(slope))
      return guess('diverges')
    let [nearest, least] = [-1, Number.POSITIVE_INFINITY]
    for (let k = 0; k < count; k++) {
      const far = distance(end, minima, k * d)
      if (far < least) [nearest, least] = [k, far]
    }
    if (slope <= settledSlope)
      return least <= resting * (1 + size) ? guess('rests', nearest) : guess('stuck')
    const reach = Math.max(ofTheWay * distance(end, start, 0), ofThePoint * (1 + size))
    return least <= reach ? guess('near', nearest) : guess('runs on')
  }
}
