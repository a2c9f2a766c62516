// On what ground a point stands that has stopped. A small slope alone is no minimum.

import { pointAt, wholeWidth } from '../descent/steps.ts'
import type { Ground } from '../descent/trace.ts'
import { apart } from '../geometry.ts'
import { compileFunction } from '../language/program.ts'
import { bendsOf, jetOf, largestEigenvalue } from '../loss/curvature.ts'
import { nearestMinimum } from '../loss/knownMinima.ts'
import type { Loss } from '../loss/loss.ts'
import { minimumNear } from '../loss/minimumNear.ts'
import { isDeeper } from './better.ts'
import type { Evidence } from './evidence.ts'
import { lowerGround } from './lowerGround.ts'

type Point = readonly number[]

/** A second derivative this small beside the largest one counts as none. */
const negligible = 1e-9
/** How far from where the slope is 0, beside the size of the point, is still there. */
const nearby = 1e-3

/** How far from the end of a run a minimum is still next to it: of the way that it came, or of the size of the point. */
const [ofTheWay, ofThePoint] = [0.15, 0.02]

/** The minimum next to where a run ended, a known one or one that is found; for whoever climbs, the maximum. */
export function minimumBeside({ prepared: { loss }, recording: { x }, run, n, d }: Evidence) {
  const end = pointAt(x, n, d)
  const isUp = run.settings.maximize === true
  const reach = Math.max(ofTheWay * wholeWidth(x, d), ofThePoint * (1 + Math.hypot(...end)))
  const known = isUp ? undefined : nearestMinimum(loss, end)
  if (known && apart(known, end) <= reach && isBelow(loss, known, end)) return known
  return minimumNear(loss, end, reach, isUp ? -1 : 1)
}

/** What is next to a point need not be below it: a hill may lie between. */
function isBelow(loss: Loss, low: Point, from: Point): boolean {
  const f = compileFunction(loss.expression, loss.variables)
  const value = (share: number) =>
    f(...low.map((value, i) => value + share * ((from[i] as number) - value)))
  const values = [0, 0.25, 0.5, 0.75, 1].map(value)
  const same = 1e-12 * Math.max(...values.map(Math.abs))
  return values.every((v, i) => i === 0 || v >= (values[i - 1] as number) - same)
}

/** On what kind of ground a run has stopped; whoever climbs sees it upside down. */
export function groundOf(evidence: Evidence): Ground {
  const { prepared, recording, run, n, d } = evidence
  const at = pointAt(recording.x, n, d)
  const minimum = minimumBeside(evidence)
  if (minimum) return { kind: 'minimum', at: minimum }
  if (isFloor(evidence, at)) return { kind: 'minimum', at }
  const isUp = run.settings.maximize === true
  return stationaryAt(prepared.loss, at, isUp) ?? levelAt(prepared.loss, at, isUp)
}

/** Whether it came down to a floor that is flat: without any slope, and nothing is lower around. */
function isFloor({ prepared: { loss }, recording: { f }, run, n }: Evidence, at: Point): boolean {
  if (run.settings.maximize === true || !isDeeper(f[n] as number, f[0] as number)) return false
  const { gradient, hessian } = jetOf(loss)(at)
  const isFlat = [...gradient, ...hessian].every((value) => value === 0)
  return isFlat && !lowerGround(loss, at)
}

interface Bending {
  readonly value: number
  readonly direction?: readonly number[]
}

/** Second derivatives along the main directions; with more than two variables the largest and the least. */
function bendings(hessian: Float64Array, d: number): readonly Bending[] {
  if (d === 1) return [{ value: hessian[0] as number, direction: [1] }]
  if (d === 2) return bendsOf(hessian)
  const least = -largestEigenvalue(
    hessian.map((value) => -value),
    d,
  )
  return [{ value: largestEigenvalue(hessian, d) }, { value: least }]
}

/** The kind of point where the slope is 0; nothing if it bends up in every direction, or if it cannot be told. */
function stationaryAt(loss: Loss, at: Point, isUp: boolean): Ground | undefined {
  const { gradient, hessian } = jetOf(loss)(at)
  const seen = isUp ? hessian.map((value) => -value) : hessian
  const all = bendings(seen, at.length)
  const most = Math.max(...all.map(({ value }) => Math.abs(value)))
  const bent = all.filter(({ value }) => Math.abs(value) > negligible * most)
  const last = bent.at(-1)
  if (!Number.isFinite(most) || !last || last.value > 0) return undefined
  // As far as Newton's method would go from here.
  const least = Math.min(...bent.map(({ value }) => Math.abs(value)))
  if (!(Math.hypot(...gradient) <= nearby * (1 + Math.hypot(...at)) * least)) return undefined
  const reach = far * (Math.hypot(...gradient) / least)
  if (last.direction && !fallsToBothSides(loss, { at, direction: last.direction, reach, isUp }))
    return undefined
  const isSaddle = bent.some(({ value }) => value > 0)
  const kind = isSaddle ? 'saddle point' : bent.length < all.length ? 'ridge' : 'maximum'
  return { kind, ...(last.direction && { down: last.direction }) }
}

/** Of the way to where the slope is 0: so far from it the sides are looked at. */
const far = 3
/** Of the size of the point: as near as that at first. */
const close = 1e-6

interface Crest {
  readonly at: Point
  readonly direction: readonly number[]
  /** Less than this leads to no other side. */
  readonly reach: number
  readonly isUp: boolean
}

/** Whether it goes down to both sides, as near as that can be told: where it only bends down it may go up beyond. */
function fallsToBothSides(loss: Loss, { at, direction, reach, isUp }: Crest): boolean {
  const f = compileFunction(loss.expression, loss.variables)
  const size = 1 + Math.hypot(...at)
  const value = (step: number) =>
    (isUp ? -1 : 1) * f(...at.map((coordinate, i) => coordinate + step * (direction[i] as number)))
  const here = value(0)
  const same = rounding * Math.abs(here)
  for (let step = Math.max(reach, close * size); step <= ofThePoint * size; step *= 10) {
    const changes = [value(step) - here, value(-step) - here]
    if (changes.some((change) => Math.abs(change) > same))
      return changes.every((change) => change <= same)
  }
  return true
}

/** What falls this many times as much as the slope says is an edge. */
const edge = 5
/** Of the value: what rounding may add. */
const rounding = 1e-13

/** Ground without slope to speak of: whether it is all level, or falls away beside. */
function levelAt(loss: Loss, at: Point, isUp: boolean): Ground {
  const jet = jetOf(loss)
  const sign = isUp ? -1 : 1
  const { f, gradient } = jet(at)
  const slope = Math.hypot(...gradient)
  const radius = ofThePoint * (1 + Math.hypot(...at))
  const changes = at.flatMap((_, i) =>
    [-radius, radius].map((step) => sign * (jet(moved(at, i, step)).f - f)),
  )
  const same = rounding * Math.abs(f)
  if (changes.some((change) => -change > edge * slope * radius + same)) return { kind: 'edge' }
  const isConstant = slope === 0 && changes.every((change) => Math.abs(change) <= same)
  return { kind: isConstant ? 'constant' : 'flat' }
}

const moved = (at: Point, i: number, step: number) =>
  at.map((value, j) => (i === j ? value + step : value))
