// One coordinate that goes to and fro: where it turns, and how its swings change.
import { endsOf, width } from '../descent/steps.ts'
import { trendOf } from './peaks.ts'

export interface Swinging {
  readonly turns: readonly number[]
  /** Steps from one turn to the next, on average. */
  readonly gap: number
  /** How wide the last swings were. */
  readonly latest: number
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

/** How a coordinate swings; nothing where it does not, or does not any more. */
export function swinging(values: Float64Array): Swinging | undefined {
  const steps = values.length - 1
  const turns = turnsOf(values)
  if (steps < fewestSteps || turns.length < fewestTurns) return undefined
  const [first, last] = [turns[0] as number, turns.at(-1) as number]
  const gaps = turns.slice(1).map((k, i) => k - (turns[i] as number))
  const gap = (last - first) / gaps.length
  const isEven = [first, steps - last, ...gaps].every((pause) => pause <= long * gap)
  if (turns.length < steps / seldomest && !isEven) return undefined
  if (steps - last > Math.max(short, long * Math.max(...gaps.slice(-fewestTurns)))) return undefined
  const middle = Math.ceil(steps / 2)
  const share = width(values, middle, steps, 1) / width(values, 0, middle, 1)
  const { error, ...trend } = trendOf(values, turns)
  return {
    ...trend,
    turns,
    gap,
    latest: width(values, turns.at(-3) as number, steps, 1),
    drifts: drifts(values, turns.at(-3) as number),
    pause: Math.max(seldomest, Math.ceil(long * gap)),
    isRegular: error <= irregular,
    lasts: share >= about,
    isAsWide: share >= hardly && turns.length >= many,
  }
}

/** Of the width of the last swings: by so much their middle does not move from what was before, so many times as long. */
const [moving, before] = [1 / 3, 4]

/** @param since where the last swings begin */
function drifts(values: Float64Array, since: number): boolean {
  const last = extent(values.subarray(since))
  const long = before * (values.length - 1 - since)
  const earlier = extent(values.subarray(Math.max(0, since - long), since + 1))
  return Math.abs(last.middle - earlier.middle) > moving * last.width
}

function extent(values: Float64Array): { readonly middle: number; readonly width: number } {
  const [least, most] = endsOf(values)
  return { middle: (least + most) / 2, width: most - least }
}

/** The points of one coordinate of a path. */
export const column = (x: Float64Array, d: number, i: number, from = 0, to = x.length / d - 1) =>
  d === 1
    ? x.subarray(from, to + 1)
    : Float64Array.from({ length: to - from + 1 }, (_, k) => x[(from + k) * d + i] as number)

/** Where it turns; on level ground, where it leaves it. */
export function turnsOf(values: Float64Array): number[] {
  const turns: number[] = []
  let way = 0
  for (let k = 0; k + 1 < values.length; k++) {
    const next = Math.sign((values[k + 1] as number) - (values[k] as number))
    if (next * way < 0) turns.push(k)
    way = next || way
  }
  return turns
}
