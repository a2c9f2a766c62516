// The local minimum below a point: what a run that has stopped stands at, or beside.
import { apart } from '../geometry.ts'
import { solve } from '../linear.ts'
import { jetOf, largestEigenvalue } from './curvature.ts'
import type { Loss } from './loss.ts'

type Point = readonly number[]

const mostSteps = 80
const mostHalvings = 40
/** Of the size of the point: a step this short ends the search. */
const shortest = 1e-14
/** Of the reach: after all steps, who comes further with one has not come to an end. */
const still = 1e-9
/** Of the largest curvature: what is less is rounding. */
const negligible = 1e-10
/** Of the reach: how far aside it is looked whether a place is low. */
const aside = 1e-3
/** Of the value: what rounding may add. */
const rounding = 1e-14

interface Local {
  readonly f: number
  readonly g: readonly number[]
  readonly h: Float64Array
}

/**
 * The local minimum below a point, at most so far away; smooth ones to all digits, kinks to about half of them.
 * Newton's method, turned downhill where the loss bends down, halved until the loss is less.
 * Source: Nocedal & Wright 2006, section 3.4
 * @param sign −1 for whoever climbs: a maximum
 * @returns nothing if the way down leads further, or if its end is not low
 */
export function minimumNear(
  loss: Loss,
  from: Point,
  reach: number,
  sign: 1 | -1 = 1,
): Point | undefined {
  const jet = jetOf(loss)
  const local = (at: Point): Local => {
    const { f, gradient, hessian } = jet(at)
    return {
      f: sign * f,
      g: Array.from(gradient, (v) => sign * v),
      h: hessian.map((v) => sign * v),
    }
  }
  let at = from
  let here = local(at)
  for (let k = 1; ; k++) {
    const step = descentStep(here, reach / 4)
    const next = step && lower(local, at, here, step)
    if (!next) break
    const length = apart(next, at)
    // Who still gets on is far from any end, as in a valley that winds.
    if (k === mostSteps && length > still * reach) return undefined
    if (k > mostSteps) break
    at = next
    here = local(at)
    if (!(apart(at, from) <= reach)) return undefined
    if (length <= shortest * (1 + Math.hypot(...at))) break
  }
  return isLow(local, at, here, aside * reach) ? tidied(local, at, here, reach) : undefined
}

/** Of the reach: how far off a round number serves as well. */
const near = 1e-6

/** The round numbers beside a point where they are as low: so what lies at 0 is found at 0. */
function tidied(local: (at: Point) => Local, at: Point, { f, g }: Local, reach: number): Point {
  const places = 10 ** -Math.round(Math.log10(near * reach))
  const round = at.map((value) => Math.round(value * places) / places + 0)
  const there = local(round)
  const isFlatter =
    there.f <= f + rounding * Math.abs(f) && Math.hypot(...there.g) <= Math.hypot(...g)
  return there.f < f || isFlatter ? round : at
}

/** −(H + δI)⁻¹g with a δ that makes it lead down, cut to the longest step; nothing where there is no slope. */
function descentStep({ g, h }: Local, longest: number): Point | undefined {
  const d = g.length
  const [least, most] = [
    -largestEigenvalue(
      h.map((v) => -v),
      d,
    ),
    largestEigenvalue(h, d),
  ]
  const size = Math.hypot(...g)
  if (!(size > 0) || !Number.isFinite(size + least + most)) return undefined
  const scale = Math.max(Math.abs(least), Math.abs(most), size / longest)
  const shift = least > negligible * scale ? 0 : Math.max(0, -2 * least) + negligible * scale
  const damped = h.map((value, i) => value + (i % (d + 1) === 0 ? shift : 0))
  const step = solve(
    damped,
    g.map((value) => -value),
  )
  const share = Math.min(1, longest / Math.hypot(...step))
  return Array.from(step, (value) => share * value)
}

/** The first point on the way, full step, half, quarter, that is lower; or as low, as far as can be told, and flatter. */
function lower(local: (at: Point) => Local, at: Point, here: Local, step: Point) {
  const same = rounding * Math.abs(here.f)
  for (let k = 0, share = 1; k < mostHalvings; k++, share /= 2) {
    const next = at.map((value, i) => value + share * (step[i] as number))
    if (next.every((value, i) => value === at[i])) return undefined
    const there = local(next)
    if (there.f < here.f - same) return next
    if (there.f <= here.f + same && Math.hypot(...there.g) < Math.hypot(...here.g)) return next
  }
  return undefined
}

/** Beside what rises around: what the slope that is left still brings in a valley is nothing. */
const left = 1e-9

/** Whether it bends down nowhere, nothing around is lower and something is higher. */
function isLow(local: (at: Point) => Local, at: Point, here: Local, radius: number): boolean {
  const { h, f, g } = here
  const d = at.length
  const [least, most] = [
    -largestEigenvalue(
      h.map((v) => -v),
      d,
    ),
    largestEigenvalue(h, d),
  ]
  if (least < -negligible * Math.max(1e-300, Math.abs(most))) return false
  const rises = neighbours(at, radius).map((other) => local(other).f - f)
  const same = rounding * Math.abs(f)
  const fall = 2 * radius * Math.hypot(...g)
  const explained = fall <= left * Math.max(...rises) ? fall : 0
  return (
    rises.every((rise) => rise >= -same - explained) &&
    (most > 0 || rises.some((rise) => rise > same))
  )
}

/** Points at two distances to both sides along each coordinate, and between them in a plane. */
function neighbours(at: Point, radius: number): Point[] {
  const axes = at.map((_, i) => at.map((__, j) => Number(i === j)))
  const diagonals =
    at.length === 2
      ? [
          [Math.SQRT1_2, Math.SQRT1_2],
          [Math.SQRT1_2, -Math.SQRT1_2],
        ]
      : []
  return [...axes, ...diagonals].flatMap((way) =>
    [radius, -radius, radius / 30, -radius / 30].map((length) =>
      at.map((value, i) => value + length * (way[i] as number)),
    ),
  )
}
