// A line search for the strong Wolfe conditions, step by step as torch.optim.LBFGS does it.
// Source: Nocedal & Wright 2006, Algorithms 3.5 and 3.6; PyTorch, torch/optim/lbfgs.py, after Schmidt's minFunc.
import { dot, type Evaluation, largest } from './method.ts'

/** The function on the line: at step length t, with its slope along the direction. */
interface Trial extends Evaluation {
  readonly t: number
  readonly slope: number
}

export interface LineSearch {
  readonly c1: number
  readonly c2: number
  readonly toleranceChange: number
  readonly mostTrials: number
}

/** PyTorch's constants. */
export const torchLineSearch: LineSearch = {
  c1: 1e-4,
  c2: 0.9,
  toleranceChange: 1e-9,
  mostTrials: 25,
}

/** Below this share of the bracket from one of its ends a trial makes too little progress. */
const margin = 0.1

/**
 * Looks for a step length along a direction of descent.
 * @param evaluate the function at a step length
 * @param first the step length that is tried first
 * @param direction where to
 * @param start the function at step length 0
 */
export function strongWolfe(
  evaluate: (t: number) => Evaluation,
  first: number,
  direction: Float64Array,
  start: Evaluation,
  search: LineSearch = torchLineSearch,
): Trial {
  const trial = (t: number): Trial => {
    const { f, g } = evaluate(t)
    return { t, f, g, slope: dot(g, direction) }
  }
  const origin: Trial = { ...start, t: 0, slope: dot(start.g, direction) }
  // A schedule may come to 0. PyTorch would then divide by 0.
  if (first === 0) return origin
  const bracketed = bracket(trial, first, origin, search)
  return bracketed.done ? bracketed.low : zoom(trial, bracketed, origin, direction, search)
}

interface Bracket {
  readonly low: Trial
  readonly high: Trial
  readonly trials: number
  readonly done: boolean
}

const rises = (trial: Trial, origin: Trial, c1: number) =>
  trial.f > origin.f + c1 * trial.t * origin.slope
const isFlat = (trial: Trial, origin: Trial, c2: number) =>
  Math.abs(trial.slope) <= -c2 * origin.slope

/** The trial with the lower value first. */
const ordered = (a: Trial, b: Trial, trials: number): Bracket =>
  a.f <= b.f ? { low: a, high: b, trials, done: false } : { low: b, high: a, trials, done: false }

/** Goes out until an interval must contain a good point. */
function bracket(
  trial: (t: number) => Trial,
  first: number,
  origin: Trial,
  { c1, c2, mostTrials }: LineSearch,
): Bracket {
  let before = origin
  let now = trial(first)
  for (let trials = 0; trials < mostTrials; trials++) {
    if (rises(now, origin, c1) || (trials > 1 && now.f >= before.f))
      return ordered(before, now, trials)
    if (isFlat(now, origin, c2)) return { low: now, high: now, trials, done: true }
    if (now.slope >= 0) return ordered(before, now, trials)
    const [least, most] = [now.t + 0.01 * (now.t - before.t), now.t * 10]
    const next = trial(cubicMinimum(before, now, least, most))
    before = now
    now = next
  }
  return ordered(origin, now, mostTrials)
}

/** Narrows the interval until a point is good enough, or nothing is left of it. */
function zoom(
  trial: (t: number) => Trial,
  { low: firstLow, high: firstHigh, trials: done }: Bracket,
  origin: Trial,
  direction: Float64Array,
  { c1, c2, toleranceChange, mostTrials }: LineSearch,
): Trial {
  let [low, high] = [firstLow, firstHigh]
  let slow = false
  for (let trials = done; trials < mostTrials; trials++) {
    if (Math.abs(high.t - low.t) * largest(direction) < toleranceChange) break
    const [from, to] = [Math.min(low.t, high.t), Math.max(low.t, high.t)]
    let t = cubicMinimum(low, high, from, to)
    const near: boolean = Math.min(to - t, t - from) < margin * (to - from)
    const pushed: boolean = near && (slow || t >= to || t <= from)
    if (pushed) {
      const inset = margin * (to - from)
      t = Math.abs(t - to) < Math.abs(t - from) ? to - inset : from + inset
    }
    slow = near && !pushed
    const now = trial(t)
    if (rises(now, origin, c1) || now.f >= low.f) {
      high = now
      if (!(low.f <= high.f)) [low, high] = [high, low]
      continue
    }
    if (isFlat(now, origin, c2)) return now
    if (now.slope * (high.t - low.t) >= 0) high = low
    low = now
  }
  return low
}

/** The minimum of the cubic through two points with their slopes, inside the bounds. */
function cubicMinimum(one: Trial, other: Trial, least: number, most: number): number {
  const [a, b] = one.t <= other.t ? [one, other] : [other, one]
  const d1 = one.slope + other.slope - 3 * ((one.f - other.f) / (one.t - other.t))
  const square = d1 ** 2 - one.slope * other.slope
  if (!(square >= 0)) return (least + most) / 2
  const d2 = Math.sqrt(square)
  const share = (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2)
  return Math.min(Math.max(b.t - (b.t - a.t) * share, least), most)
}
