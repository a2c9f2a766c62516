// Between which minima a noisy run goes to and fro.
import { pointAt } from '../../descent/steps.ts'
import type { Territory } from '../../descent/trace.ts'
import { apart } from '../../geometry.ts'
import { nearestMinimum } from '../../loss/knownMinima.ts'
import { minimumNear } from '../../loss/minimumNear.ts'
import type { Evidence } from '../evidence.ts'
import { passing } from '../territory.ts'

type Point = readonly number[]

/** Points that are looked at: to each the nearest known minimum, or the one that is found below it. */
const [mostLooks, mostSearches] = [1000, 60]
/** Of the territory: minima that are no further apart are one. */
const same = 0.02

/** Of the points: those that are found tell nothing where more are elsewhere. */
const most = 0.5

/** The minima that the points of the last half of a run are at, since it stays there; for whoever climbs, the maxima. */
export function visitedMinima(evidence: Evidence, territory: Territory): Point[] {
  const { prepared, recording, run, n, d } = evidence
  const { minima } = prepared.loss
  const isUp = run.settings.maximize === true
  const isKnown = minima.length > 0 && !isUp
  const from = Math.max(territory.since, Math.ceil(n / 2))
  const stride = Math.ceil((n + 1 - from) / (isKnown ? mostLooks : mostSearches))
  const visits = new Map<Point, number>()
  let looks = 0
  for (let k = from; k <= n; k += stride, looks++) {
    const point = pointAt(recording.x, k, d)
    const low = isKnown
      ? nearestMinimum(prepared.loss, point)
      : minimumNear(prepared.loss, point, 2 * territory.radius, isUp ? -1 : 1)
    if (!low || !(isKnown || apart(low, territory.centre) <= territory.radius)) continue
    const known = [...visits.keys()].find((at) => apart(at, low) <= same * territory.radius) ?? low
    visits.set(known, (visits.get(known) ?? 0) + 1)
  }
  const often = [...visits.keys()].filter((at) => (visits.get(at) ?? 0) >= passing * looks)
  if (isKnown) return minima.filter((at) => often.includes(at))
  const atThem = often.reduce((sum, at) => sum + (visits.get(at) ?? 0), 0)
  return atThem >= most * looks ? often.sort(inOrder) : []
}

const inOrder = (a: Point, b: Point) => {
  const i = a.findIndex((value, j) => value !== b[j])
  return (a[i] ?? 0) - (b[i] ?? 0)
}
