// A line search for the strong Wolfe conditions, step by step as torch.optim.LBFGS does it.
// Source: Nocedal & Wright 2006, Algorithms 3.5 and 3.6; PyTorch, torch/optim/lbfgs.py, after Schmidt's minFunc.
import { dot, type Evaluation, largest } from './method.ts'

/**
 * A step length t. PyTorch's are numbers at first and tensors once they are computed from the gradient, which shows in
 * their last digit: a number is divided by a tensor as it is multiplied by the tensor's inverse.
 */
export interface Length {
  readonly t: number
  readonly isTensor: boolean
}

/** The function on the line, with its slope along the direction. */
interface Trial extends Evaluation, Length {
  readonly slope: number
}

export interface LineSearch {
  readonly c1: number
  readonly c2: number
  readonly toleranceChange: number
  readonly mostTrials: number
}

/** PyTorch's constants; the most trials are those of its versions up to 2.9. */
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
 * @param first the step length that is tried first, as a number of Python's if it is a bare number
 * @param direction where to
 * @param start the function at step length 0
 */
export function strongWolfe(
  evaluate: (t: number) => Evaluation,
  first: number | Length,
  direction: Float64Array,
  start: Evaluation,
  search: LineSearch = torchLineSearch,
): Trial {
  const trial = (length: Length): Trial => {
    const { f, g } = evaluate(length.t)
    return { ...length, f, g, slope: dot(g, direction) }
  }
  const aimed = typeof first === 'number' ? { t: first, isTensor: false } : first
  const origin: Trial = { ...start, t: 0, isTensor: false, slope: dot(start.g, direction) }
  // A schedule may come to 0. PyTorch would then divide by 0.
  if (aimed.t === 0) return origin
  const bracketed = bracket(trial, aimed, origin, search)
  return bracketed.done
    ? bracketed.ends[lowEnd(bracketed.ends)]
    : zoom(trial, bracketed, origin, direction, search)
}

/** Two trials with a good point between them, in PyTorch's order: of equal ones the first is the lower one. */
interface Bracket {
  readonly ends: readonly [Trial, Trial]
  readonly trials: number
  readonly done: boolean
}

const rises = (trial: Trial, origin: Trial, c1: number) =>
  trial.f > origin.f + c1 * trial.t * origin.slope
const isFlat = (trial: Trial, origin: Trial, c2: number) =>
  Math.abs(trial.slope) <= -c2 * origin.slope

/** Which end is the lower one. */
const lowEnd = ([first, second]: Bracket['ends']): 0 | 1 => (first.f <= second.f ? 0 : 1)

/** Goes out until an interval must contain a good point. */
function bracket(
  trial: (length: Length) => Trial,
  first: Length,
  origin: Trial,
  { c1, c2, mostTrials }: LineSearch,
): Bracket {
  let before = origin
  let now = trial(first)
  for (let trials = 0; trials < mostTrials; trials++) {
    if (rises(now, origin, c1) || (trials > 1 && now.f >= before.f))
      return { ends: [before, now], trials, done: false }
    if (isFlat(now, origin, c2)) return { ends: [now, now], trials, done: true }
    if (now.slope >= 0) return { ends: [before, now], trials, done: false }
    const least = { t: now.t + 0.01 * (now.t - before.t), isTensor: anyTensor(before, now) }
    const most = { t: now.t * 10, isTensor: now.isTensor }
    const next = trial(cubicMinimum(before, now, least, most))
    before = now
    now = next
  }
  return { ends: [origin, now], trials: mostTrials, done: true }
}

/** Narrows the interval until a point is good enough, or nothing is left of it. */
function zoom(
  trial: (length: Length) => Trial,
  { ends: found, trials: before }: Bracket,
  origin: Trial,
  direction: Float64Array,
  { c1, c2, toleranceChange, mostTrials }: LineSearch,
): Trial {
  const ends: [Trial, Trial] = [...found]
  let low = lowEnd(ends)
  let slow = false
  for (let trials = before; trials < mostTrials; trials++) {
    if (Math.abs(ends[1].t - ends[0].t) * largest(direction) < toleranceChange) break
    const aim = nextTrial(ends, slow)
    slow = aim.slow
    const now = trial(aim.length)
    const high = (1 - low) as 0 | 1
    if (rises(now, origin, c1) || now.f >= ends[low].f) {
      ends[high] = now
      low = lowEnd(ends)
      continue
    }
    if (isFlat(now, origin, c2)) return now
    if (now.slope * (ends[high].t - ends[low].t) >= 0) ends[high] = ends[low]
    ends[low] = now
  }
  return ends[low]
}

const anyTensor = (one: Length, other: Length) => one.isTensor || other.isTensor

/** Where the cubic has its minimum, or away from an end that it comes too near to. */
function nextTrial(ends: Bracket['ends'], slow: boolean): { length: Length; slow: boolean } {
  const [from, to] = ends[0].t <= ends[1].t ? ends : [ends[1], ends[0]]
  const length = cubicMinimum(ends[0], ends[1], from, to)
  const { t } = length
  const inset = margin * (to.t - from.t)
  if (!(Math.min(to.t - t, t - from.t) < inset)) return { length, slow: false }
  if (!(slow || t >= to.t || t <= from.t)) return { length, slow: true }
  const isAtEnd = Math.abs(t - to.t) < Math.abs(t - from.t)
  return {
    length: { t: isAtEnd ? to.t - inset : from.t + inset, isTensor: anyTensor(from, to) },
    slow: false,
  }
}

/** The minimum of the cubic through two points with their slopes, inside the bounds; rounded as PyTorch rounds it. */
function cubicMinimum(one: Trial, other: Trial, least: Length, most: Length): Length {
  const [a, b] = one.t <= other.t ? [one, other] : [other, one]
  const rise = 3 * (one.f - other.f)
  const run = one.t - other.t
  const d1 = one.slope + other.slope - (anyTensor(one, other) ? (1 / run) * rise : rise / run)
  const square = d1 * d1 - one.slope * other.slope
  if (!(square >= 0)) return { t: (least.t + most.t) / 2, isTensor: anyTensor(least, most) }
  const d2 = Math.sqrt(square)
  const share = (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2)
  const t = b.t - (b.t - a.t) * share
  const raised = least.t > t ? least : { t, isTensor: true }
  return most.t < raised.t ? most : raised
}
