// Whether a path goes to and fro, and whether its swings grow, stay or shrink.
import { between, distance, turnsBack, width } from '../descent/steps.ts'

/** A stretch of a path. */
interface Stretch {
  readonly x: Float64Array
  readonly d: number
  readonly from: number
  readonly to: number
}

export interface Swings {
  /** Each beside the one before, over the whole stretch. */
  readonly ratio: number
  /** How wide they are at the end. */
  readonly width: number
  /** They change by the same ratio all the time, so that it can be relied on. */
  readonly isRegular: boolean
  /** The ratio is no accident of a few swings. */
  readonly isClear: boolean
  /** The second half of the stretch is about as wide as the first, or wider. */
  readonly lasts: boolean
}

const fewestSteps = 6
/** At least every so many steps it turns back, and so often at least. */
const [seldomest, fewestTurns] = [12, 4]
/** What the logarithms of widths may differ from a straight line, on average. */
const irregular = 0.05
/** So many standard errors of its rise make a trend. */
const clearly = 5
/** Of the first half's width. */
const asWide = 0.9

/** The swings of a stretch; nothing where it does not go to and fro. */
export function swingsOf(stretch: Stretch): Swings | undefined {
  const { x, d, from, to } = stretch
  if (to - from < fewestSteps) return undefined
  const turns: number[] = []
  for (let k = from + 1; k < to; k++) if (turnsBack(x, k, d)) turns.push(k)
  if (turns.length < Math.max(fewestTurns, (to - from) / seldomest)) return undefined
  const widths = turns.slice(1).map((k, i) => between(x, turns[i] as number, k, d))
  const { ratio, error } = trend(widths.map(Math.log))
  const middle = to - Math.floor((to - from) / 2)
  const isRegular = error <= irregular
  const scatter = (error * Math.sqrt(12)) / widths.length ** 1.5
  return {
    ratio,
    width: width(x, isRegular ? Math.max(from, to - lately(turns)) : middle, to, d),
    isRegular,
    isClear: Math.abs(Math.log(ratio)) >= clearly * scatter,
    lasts: width(x, middle, to, d) >= asWide * width(x, from, middle, d),
  }
}

/** As many steps as the last two swings took, four at least. */
const lately = (turns: readonly number[]) =>
  Math.max(4, (turns.at(-1) as number) - (turns.at(-3) as number) + 2)

/** The straight line through logarithms: its rise as a ratio, and how far they lie from it. */
function trend(logs: readonly number[]): { ratio: number; error: number } {
  const n = logs.length
  const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / n
  const [middle, mean] = [(n - 1) / 2, meanOf(logs)]
  let [above, below] = [0, 0]
  logs.forEach((value, i) => {
    above += (i - middle) * (value - mean)
    below += (i - middle) ** 2
  })
  const rise = below > 0 ? above / below : 0
  const error = Math.sqrt(meanOf(logs.map((v, i) => (v - mean - rise * (i - middle)) ** 2)))
  return { ratio: Math.exp(rise), error }
}

/** Of the width of the swings: how far out still belongs to them. */
const margin = 1.5

/**
 * Since when a path goes to and fro as it does at its end: it turned back all the time and, if the swings last, was not
 * further out.
 * @param begins where it surely does
 * @param lasting how wide the swings are that last
 */
export function swingingSince(
  { x, d, to }: Omit<Stretch, 'from'>,
  begins: number,
  lasting?: number,
): number {
  let since = begins
  while (since > 1 && recentlyTurned(x, since, d)) since--
  if (lasting === undefined) return since
  const centre = Array.from({ length: d }, (_, i) =>
    middleOf(x, i, Math.max(begins, to - few), to, d),
  )
  const half = (margin * lasting) / 2
  const isOut = (k: number) => centre.some((c, i) => Math.abs((x[k * d + i] as number) - c) > half)
  for (let k = to; k >= since; k--) if (isOut(k)) return k + 1
  return since
}

/** So many of the last points tell around what it swings. */
const few = 20

const recentlyTurned = (x: Float64Array, k: number, d: number) =>
  Array.from({ length: seldomest }, (_, i) => k - i).some((j) => j > 0 && turnsBack(x, j, d))

function middleOf(x: Float64Array, i: number, from: number, to: number, d: number): number {
  let [least, most] = [Infinity, -Infinity]
  for (let k = from; k <= to; k++) {
    least = Math.min(least, x[k * d + i] as number)
    most = Math.max(most, x[k * d + i] as number)
  }
  return (least + most) / 2
}

/** Whether a path ends as far as can be told where it was at step k. */
export const staysAt = (x: Float64Array, k: number, n: number, d: number, share: number) =>
  width(x, k, n, d) <= share * (1 + distance(x, k, d))
