// Minima at which there is no slope, or one that does not go to 0: |x|, max(x, −y, …), the point of a funnel.
import { lowestAround } from './crease.ts'
import { directions, type Pair, type Survey } from './survey.ts'

/** In halves of the region. */
const firstStep = 0.04
const lastStep = 1e-14
const lastSlide = 1e-9
const mostEvaluations = 1500
/** What is farther off is nearer to other seeds. */
const farthest = 0.15
/** The golden angle: each round of directions lies between those before, so narrow valleys are found. */
const turn = Math.PI * (3 - Math.sqrt(5))

/**
 * The lowest point nearby, found by values alone: a step in some direction if that is lower, else a shorter step.
 * Source: Kolda, Lewis & Torczon 2003, Optimization by Direct Search, section 3
 * @returns nothing if the way leads far off or out of the region
 */
export function lowestNear(survey: Survey, from: Pair): Pair | undefined {
  const { value, beside, isInside, grain, distance } = survey
  let at = from
  let lowest = value(at)
  let step = firstStep
  for (let round = 0; round * 8 < mostEvaluations; round++) {
    if (step < Math.max(lastStep, grain(at) / 4)) break
    const better = directions(8, round * turn)
      .map(([u, v]) => beside(at, [step * u, step * v]))
      .find((other) => value(other) < lowest)
    if (better) {
      at = better
      lowest = value(at)
    }
    if (!isInside(at) || distance(at, from) > farthest) return undefined
    step = better ? Math.min(2 * step, firstStep) : step / 2
  }
  return at
}

const longestSlide = 200

/**
 * Follows a crease, too narrow a way down for lowestNear, to its lowest point.
 * @returns nothing if it leads far off or out of the region
 */
export function slideDown(survey: Survey, from: Pair): Pair | undefined {
  let at = from
  let step = firstStep
  for (let k = 0; k < longestSlide && step > Math.max(lastSlide, survey.grain(at)); k++) {
    const next = lowestAround(survey, at, step)
    const isLower = survey.value(next) < survey.value(at)
    if (isLower) at = next
    else step /= 2
    if (!survey.isInside(at) || survey.distance(at, from) > farthest) return undefined
  }
  return at
}
