// One coordinate that goes to and fro: where it turns, and how its swings change.
import { type Course, endsIn, turnsOf, widthOf } from './course.ts'
import { trendOf } from './peaks.ts'

export interface Turning {
  readonly turns: readonly number[]
  /** Steps from one turn to the next, on average. */
  readonly gap: number
  /** How wide the last swings were. */
  readonly latest: number
}

export interface Swinging extends Turning {
  /** It turns at least once in so many steps. */
  readonly pause: number
  /** Each beside the one before, over the whole stretch. */
  readonly ratio: number
  /** They change by the same ratio all the time, so that it can be relied on. */
  readonly isRegular: boolean
  /** What can be said of the ratio, if anything. */
  readonly told?: number
  /** The second half of the stretch is about as wide as the first, or wider. */
  readonly lasts: boolean
  /** What it goes to and fro about moves on. */
  readonly drifts: boolean
  /** It is hardly any narrower, over many swings. */
  readonly isAsWide: boolean
}

const fewestSteps = 6
/** At least every so many steps it turns back, unless it does so evenly. */
const seldomest = 12
/** Fewer tell nothing. */
export const fewestTurns = 4
/** In gaps between turns: a pause this long is still even; in steps, it is none. */
const [long, short] = [2, 4]
/** What the logarithms of widths may differ from a straight line, on average. */
const irregular = 0.05
/** Of the first half's width. */
const [about, hardly] = [0.9, 0.97]
/** Of irregular swings fewer do not show whether they get smaller. */
const many = 20

/** Where a coordinate turns; nothing where it does not go to and fro, or does not any more. */
export function turningOf(course: Course): Turning | undefined {
  const steps = course.to - course.from
  const turns = turnsOf(course)
  if (steps < fewestSteps || turns.length < fewestTurns) return undefined
  const first = turns[0] as number
  const last = turns.at(-1) as number
  const gap = (last - first) / (turns.length - 1)
  const longest = Math.max(first, steps - last, longestGap(turns, 0))
  if (turns.length < steps / seldomest && longest > long * gap) return undefined
  if (steps - last > Math.max(short, long * longestGap(turns, turns.length - 1 - fewestTurns)))
    return undefined
  return { turns, gap, latest: widthOf(course, turns.at(-3) as number, steps) }
}

/** How a coordinate swings that turns. */
export function swinging(course: Course, { turns, gap, latest }: Turning): Swinging {
  const steps = course.to - course.from
  const middle = Math.ceil(steps / 2)
  const share = widthOf(course, middle, steps) / widthOf(course, 0, middle)
  const { error, ratio, told } = trendOf(course, turns)
  return {
    turns,
    gap,
    latest,
    ratio,
    ...(told !== undefined && { told }),
    drifts: drifts(course, turns.at(-3) as number),
    pause: Math.max(seldomest, Math.ceil(long * gap)),
    isRegular: error <= irregular,
    lasts: share >= about,
    isAsWide: share >= hardly && turns.length >= many,
  }
}

/** In steps, from one turn to the next. */
function longestGap(turns: readonly number[], since: number): number {
  let longest = 0
  for (let i = Math.max(0, since) + 1; i < turns.length; i++)
    longest = Math.max(longest, (turns[i] as number) - (turns[i - 1] as number))
  return longest
}

/** Of the width of the last swings: by so much their middle does not move from what was before, so many times as long. */
const [moving, before] = [1 / 3, 4]

/** @param since where the last swings begin */
function drifts(course: Course, since: number): boolean {
  const to = course.to - course.from
  const [least, most] = endsIn(course, since, to)
  const [low, high] = endsIn(course, Math.max(0, since - before * (to - since)), since)
  return Math.abs((least + most) / 2 - (low + high) / 2) > moving * (most - least)
}
