// The minima of a map, each with a number that it keeps: first those that are known before anything runs, then those that
// runs come to.
import { apart } from '../geometry.ts'
import { criticalPoints } from '../landscape/critical.ts'
import { bendsOf, jetOf } from '../loss/curvature.ts'
import type { Loss } from '../loss/loss.ts'
import { minimaOn } from '../loss/minimaOnInterval.ts'
import { minimumNear } from '../loss/minimumNear.ts'

type Point = readonly number[]
type Interval = readonly [number, number]

/**
 * The catalogue's minima; of a function that nobody knows, those that are found where it is usually looked at.
 * @param intervals of each variable
 */
export function minimaOf(loss: Loss, intervals: readonly Interval[]): readonly Point[] {
  if (loss.entry) return loss.minima
  const [x, y] = intervals
  if (x && !y) return minimaOn(loss, x).map((minimum) => [minimum.x])
  if (!x || !y || intervals.length > 2) return []
  return criticalPoints(loss, { x, y })
    .filter(({ kind }) => kind === 'minimum' || kind === 'kink')
    .map((point) => [point.x, point.y])
}

export interface Minimum {
  readonly at: Point
  readonly f: number
  /** It is one of many that lie side by side, all as low. */
  readonly isValley: boolean
}

/** Of the size of the point: what is nearer is the same, as far as searches tell. */
const same = 1e-3
/** Of the value: valleys with the same floor are told as one. */
const level = 1e-6

/** As many as have two codes each in a byte, beside what is no minimum. */
const mostMinima = 120

/** Minima by number, in the order in which they were first seen. */
export function numbered(loss: Loss, first: readonly Point[]) {
  const f = (at: Point) => jetOf(loss)(at).f
  const all: Minimum[] = first
    .slice(0, mostMinima)
    .map((at) => ({ at, f: f(at), isValley: isValley(loss, at) }))
  return {
    all: all as readonly Minimum[],
    /** The number of a place; −1 where there are too many already. */
    numberOf(at: Point): number {
      const near = same * (1 + Math.hypot(...at))
      const there = all.findIndex((one) => apart(one.at, at) <= near)
      if (there >= 0) return there
      const value = f(at)
      const isLevel = (one: Minimum) => Math.abs(one.f - value) <= level * (1 + Math.abs(value))
      const valley = all.findIndex((one) => one.isValley && isLevel(one))
      if (valley >= 0 || all.length >= mostMinima) return valley
      return all.push({ at, f: value, isValley: isValley(loss, at) }) - 1
    },
  }
}

/** Of the size of the point: so far aside it is looked whether it is as low there. */
const aside = 0.01
/** Beside the largest: a curvature that is less is none. */
const flat = 1e-6

/** Whether the ground leads on at the same height. */
function isValley(loss: Loss, at: Point): boolean {
  const { hessian } = jetOf(loss)(at)
  const bends =
    at.length === 2
      ? bendsOf(hessian)
      : at.length === 1
        ? [{ value: hessian[0] as number, direction: [1] }]
        : []
  const most = Math.max(...bends.map(({ value }) => Math.abs(value)))
  const length = aside * (1 + Math.hypot(...at))
  return bends
    .filter(({ value }) => !(Math.abs(value) > flat * most))
    .some(({ direction }) => {
      const beside = at.map((value, i) => value + length * (direction[i] as number))
      const found = minimumNear(loss, beside, length)
      if (found) return apart(found, at) > length / 2
      return jetOf(loss)(beside).f === jetOf(loss)(at).f
    })
}
