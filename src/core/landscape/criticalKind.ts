// What kind of special point a place is, if it is one.
import { type Bend, bendsOf, hessianAt } from '../loss/curvature.ts'
import { lowestAround } from './crease.ts'
import type { CriticalPoint } from './landscape.ts'
import { settle } from './settle.ts'
import { circle, directions, type Pair, type Survey, steepestAround } from './survey.ts'

/** In halves of the region: the radii of two circles, by which it is seen how the slope grows. */
const innermost = 1e-6
const timesWider = 1e3
/** A smooth slope is a thousandth on the inner circle, at a kink as large, at a pole a thousand times as large. */
const fades = 0.1
const soars = 100
/** Of the slope on the outer circle: what is less is 0. */
const noSlope = 1e-6
/** Of the curvature that the slope on the inner circle speaks of: what is less is 0. */
const noBend = 1e-9
/** In halves of the region: how far the loss is followed along its curvatures. */
const aside = 1e-3
/** Of the value: what rounding may add. */
const rounding = 1e-14

/** Names a point at which a search has ended; nothing if it is no special one, or one of a line of them. */
export function judged(survey: Survey, at: Pair): CriticalPoint | undefined {
  const { f, g, h } = survey.local(at)
  if (!Number.isFinite(f)) return undefined
  const inner = Math.max(innermost, 1000 * survey.grain(at))
  const outer = inner * timesWider
  const [near, far] = [inner, outer].map((radius) => steepestAround(survey, at, radius)) as [
    number,
    number,
  ]
  if (near > fades * far && outer < 1) {
    return near < soars * far && isLowest(survey, at, outer) ? named(survey, at, 'kink') : undefined
  }
  if (!(Math.hypot(...g) <= noSlope * far)) return undefined
  const bends = bendsOf([h[0], h[1], h[1], h[2]])
  const straight = bends.filter(({ value }) => !(Math.abs(value) * inner > noBend * near))
  if (straight.length > 0)
    return isAlone(survey, at, straight) ? named(survey, at, 'flat') : undefined
  return rounds(survey, at, bends) ? named(survey, at, kindOf(bends)) : undefined
}

function named({ loss, value }: Survey, at: Pair, kind: CriticalPoint['kind']): CriticalPoint {
  const [x, y] = at
  const [first, second] = bendsOf(hessianAt(loss, at))
  const curvatures: Pair = kind === 'kink' ? [Number.NaN, Number.NaN] : [first.value, second.value]
  return { x, y, f: value(at), kind, curvatures }
}

/** By eigenvalues, none of them 0, the larger one first. */
function kindOf([larger, smaller]: readonly [Bend, Bend]): CriticalPoint['kind'] {
  if (smaller.value > 0) return 'minimum'
  return larger.value < 0 ? 'maximum' : 'saddle'
}

/** Whether the values do what the curvatures say, both ways: not so on the crease between two branches. */
const rounds = ({ value, beside }: Survey, at: Pair, bends: readonly Bend[]): boolean =>
  bends.every((bend) =>
    [aside, -aside].every((way) => {
      const rise = value(beside(at, along(bend, way))) - value(at)
      return rise * Math.sign(bend.value) >= -rounding * Math.abs(value(at))
    }),
  )

const along = ({ direction }: Bend, way: number): Pair => [way * direction[0], way * direction[1]]

/** Of the steepest rise around: the least that is a rise. */
const least = 1e-6
/** In halves of the region: how far off another level point is looked for. */
const nearby = 1e-2

/** Whether all around is higher, and not only as much as rounding adds. */
function isLowest(survey: Survey, at: Pair, radius: number): boolean {
  const rise = (other: Pair) => survey.value(other) - survey.value(at)
  const highest = Math.max(...circle(survey, at, radius).map(rise))
  return rise(lowestAround(survey, at, radius)) > least * highest
}

/** Whether no level ground lies beside a level point: a search from there comes back. */
function isAlone(survey: Survey, at: Pair, straight: readonly Bend[]): boolean {
  const ways =
    straight.length > 1
      ? directions(8).map(([u, v]): Pair => [nearby * u, nearby * v])
      : straight.flatMap((bend) => [along(bend, nearby), along(bend, -nearby)])
  return ways.every((way) => {
    const end = settle(survey, survey.beside(at, way))
    const away = end ? survey.distance(end, at) : 0
    return !end || away < nearby / 2 || away > 2 * nearby || !isLevelAt(survey, end)
  })
}

const isLevelAt = (survey: Survey, at: Pair) =>
  survey.steepness(at) <= noSlope * steepestAround(survey, at, aside)
