// Whether a path goes to and fro, and whether its swings grow, stay or shrink.
import { between, distance, turnsBack, width } from '../descent/steps.ts'
import type { Extent } from '../descent/trace.ts'

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
  /** Between what they go to and fro at the end, and how wide that is. */
  readonly ends: readonly Extent[]
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
  const begins = isRegular ? to - lately(turns) : Math.max(middle, (turns[0] as number) - 1)
  const ends = extentsOf({ x, d, from: Math.max(from, begins), to })
  return {
    ratio,
    ends,
    width: widest(ends),
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

/** Of the widest coordinate: what moves less does not matter. */
const aside = 1e-3
/** There and back. */
const fullSwing = 2

/** Between what a path goes to and fro in each coordinate that does, and not only drifts; in every one if none does. */
export function extentsOf({ x, d, from, to }: Stretch): readonly Extent[] {
  const all = Array.from({ length: d }, (_, i) => {
    const column = Array.from({ length: to - from + 1 }, (__, k) => x[(from + k) * d + i] as number)
    const values = Float64Array.from(column)
    const turns = column.filter((__, k) => k > 0 && k < to - from && turnsBack(values, k, 1)).length
    return { variable: i, least: Math.min(...column), most: Math.max(...column), turns }
  })
  const turning = all.filter(({ turns }) => turns >= fullSwing)
  const least = aside * widest(turning)
  const swinging = turning.filter(({ least: low, most }) => most - low >= least && most > low)
  const named = swinging.length > 0 ? swinging : all
  return named.map(({ variable, least: low, most }) => ({ variable, least: low, most }))
}

const widest = (ends: readonly Extent[]) => Math.max(0, ...ends.map((end) => end.most - end.least))

/** Of the width of the swings: how far out still belongs to them, and how narrow is no swing of theirs. */
const [margin, narrow] = [1.5, 0.1]

/**
 * Since when a path goes to and fro as it does at its end: it turned back all the time and, if the swings last, was
 * neither further out nor at rest.
 * @param begins where it surely does
 * @param lasting the swings, if they last
 */
export function swingingSince(
  { x, d, to }: Omit<Stretch, 'from'>,
  begins: number,
  lasting?: Pick<Swings, 'ends' | 'width'>,
): number {
  let since = begins
  while (since > 1 && recentlyTurned(x, since, d)) since--
  if (!lasting) return since
  const half = (margin * lasting.width) / 2
  const isOut = (k: number) =>
    lasting.ends.some(
      ({ variable, least, most }) =>
        Math.abs((x[k * d + variable] as number) - (least + most) / 2) > half,
    )
  const rests = (k: number) =>
    k - seldomest >= since && width(x, k - seldomest, k, d) < narrow * lasting.width
  let first = to
  while (first > since && !isOut(first - 1) && !rests(first - 1)) first--
  return firstTurn({ x, d, from: first, to }) - 1
}

/** Who comes down to where it swings begins to do so before it turns back for the first time. */
function firstTurn({ x, d, from, to }: Stretch): number {
  for (let k = Math.max(1, from); k < to; k++) if (turnsBack(x, k, d)) return Math.max(k, from + 1)
  return from + 1
}

const recentlyTurned = (x: Float64Array, k: number, d: number) =>
  Array.from({ length: seldomest }, (_, i) => k - i).some((j) => j > 0 && turnsBack(x, j, d))

/** Whether a path ends as far as can be told where it was at step k. */
export const staysAt = (x: Float64Array, k: number, n: number, d: number, share: number) =>
  width(x, k, n, d) <= share * (1 + distance(x, k, d))
