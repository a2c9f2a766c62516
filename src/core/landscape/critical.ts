// The special points of a loss of two variables: minima, maxima, saddles, wherever the slope is 0.
import type { Loss } from '../loss/loss.ts'
import { judged } from './criticalKind.ts'
import type { CriticalPoint, Region } from './landscape.ts'
import { lowestNear, slideDown } from './lowestNear.ts'
import { seedsOf } from './seeds.ts'
import { settle } from './settle.ts'
import { type Pair, type Survey, surveyOf } from './survey.ts'

const mostPoints = 60
const mostSearches = 40

/** In halves of the region: what is nearer is one point; more where the place is not known as well. */
const same = 1e-4
const sameWhereVague = 5e-3

/**
 * Points of a region at which the gradient is 0, and minima without one, found numerically for any expression of two
 * variables: at most 60, minima before others, the lower before the higher. Lines and plains of them are left out.
 */
export function criticalPoints(loss: Loss, region: Region): CriticalPoint[] {
  if (loss.variables.length !== 2) return []
  const survey = surveyOf(loss, region)
  const { low, calm } = seedsOf(survey)
  const found: CriticalPoint[] = []
  const collect = (places: Iterable<Pair>) => {
    for (const at of places) {
      if (!survey.isInside(at) || found.some((known) => isSame(survey, known, at))) continue
      const point = judged(survey, at)
      if (point && !found.some((known) => isSame(survey, known, at, point))) found.push(point)
    }
  }
  collect(loss.minima as readonly Pair[])
  collect(below(survey, low))
  // With so many minima there is no room for others.
  if (found.length < mostPoints) collect(near(survey, calm))
  return found
    .sort((a, b) => Number(!isLow(a)) - Number(!isLow(b)) || a.f - b.f)
    .slice(0, mostPoints)
}

const isLow = ({ kind }: CriticalPoint) => kind === 'minimum' || kind === 'kink'
const isVague = ({ kind }: CriticalPoint) => kind === 'flat' || kind === 'kink'

function isSame(survey: Survey, known: CriticalPoint, at: Pair, point = known): boolean {
  const apart = isVague(known) || isVague(point) ? sameWhereVague : same
  return survey.distance([known.x, known.y], at) < Math.max(apart, 1000 * survey.grain(at))
}

/** Where Newton's method leads from each seed, and where downhill leads if that is another place. */
function* below(survey: Survey, seeds: readonly Pair[]): Generator<Pair> {
  let searches = 0
  for (const seed of seeds) {
    const [level] = near(survey, [seed])
    if (level) yield level
    // Newton's method does not know downhill: a kink may lie below that it does not see.
    if (level && survey.value(level) <= survey.value(seed)) continue
    const lowest = searches++ < mostSearches && lowestNear(survey, seed)
    const lower = lowest && slideDown(survey, lowest)
    if (lower) yield tidied(survey, lower, survey.value)
  }
}

/** Where Newton's method leads from each seed. */
function* near(survey: Survey, seeds: readonly Pair[]): Generator<Pair> {
  for (const seed of seeds) {
    const end = settle(survey, seed)
    if (end) yield tidied(survey, end, survey.steepness)
  }
}

/**
 * A point, or the round numbers next to it if they serve as well: so what lies at 0 is shown at 0.
 * @param measure what is to be small
 */
function tidied({ region }: Survey, at: Pair, measure: (at: Pair) => number): Pair {
  const [x, y] = [region.x, region.y].map(([from, to], i) => {
    const decimals = 10 ** -Math.round(Math.log10((same / 2) * (to - from)))
    return Math.round((at[i] as number) * decimals) / decimals + 0
  }) as [number, number]
  return measure([x, y]) <= measure(at) ? [x, y] : at
}
