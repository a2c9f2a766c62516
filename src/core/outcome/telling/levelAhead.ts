// Whether the way down passes a place without slope, at which a run arrives ever more slowly.
import { pointAt } from '../../descent/steps.ts'
import { jetOf } from '../../loss/curvature.ts'
import type { Evidence } from '../evidence.ts'

type Point = readonly number[]

/** Of the size of the point: the first look, each one twice as far as the one before; so often. */
const [first, looks] = [1e-3, 40]
/** Of the slope where the run ended: what is less is none. */
const none = 1e-6
/** Each narrows the stretch where the slope is least by the golden section. */
const narrowings = 60
const golden = (Math.sqrt(5) - 1) / 2
/** Of a stretch: how far off a round number serves as well. */
const near = 1e-3

/** The place straight down, or up for whoever climbs, where the slope falls to 0 before it grows again. */
export function levelAhead({ recording, prepared, run, n, d }: Evidence): Point | undefined {
  const [at, slope] = [pointAt(recording.x, n, d), pointAt(recording.grad, n, d)]
  const steepness = Math.hypot(...slope)
  const way = run.settings.maximize === true ? 1 : -1
  const jet = jetOf(prepared.loss)
  const on = (t: number): Point =>
    at.map((v, i) => v + (way * t * (slope[i] as number)) / steepness)
  const steepAt = (point: Point) => Math.hypot(...jet(point).gradient)
  const steepOn = (t: number) => steepAt(on(t))
  const unit = first * (1 + Math.hypot(...at))
  const ends = [0, ...Array.from({ length: looks }, (_, i) => unit * 2 ** i)]
  for (let i = 1; i < ends.length - 1; i++) {
    const [from, middle, to] = [ends[i - 1] as number, ends[i] as number, ends[i + 1] as number]
    if (i > 1 && steepOn(middle) > steepOn(from)) continue
    if (!(steepOn(middle) <= steepOn(to))) continue
    const least = on(leastBetween(steepOn, from, to))
    if (!(steepAt(least) <= none * steepness)) continue
    const places = 10 ** -Math.round(Math.log10(near * (to - from)))
    const round = least.map((value) => Math.round(value * places) / places + 0)
    return steepAt(round) <= steepAt(least) ? round : least
  }
  return undefined
}

/** Where a function that falls and rises again is least. */
function leastBetween(f: (t: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  for (let k = 0; k < narrowings; k++) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)]
    if (f(left) <= f(right)) high = right
    else low = left
  }
  return (low + high) / 2
}
