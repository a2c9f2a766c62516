// What trials of learning rates come to: which rate is the best, and from where to where rates train well.
import type { Judged, Trial } from './rateTrials.ts'

export interface RateVerdict {
  /** The one with the lowest loss, of those that make it lower. */
  readonly best: Trial
  /** The least and the largest rate around it that train well, all between them too. */
  readonly from: number
  readonly to: number
}

/** Of the way that the best rate brings the loss down: rates train well that bring it down as far as this. */
const shareOfBest = 0.9

/** The loss that judges: over the points that nobody learns from, where there are some. */
export const judgedLoss = ({ loss, validation }: Judged): number => validation ?? loss

/**
 * @param trials by rising rates
 * @returns nothing where no rate makes the loss lower
 */
export function verdictOn(trials: readonly Trial[]): RateVerdict | undefined {
  const losses = trials.map(({ after }) => judgedLoss(after))
  const place = losses.reduce(
    (best, loss, i) => (loss < (losses[best] ?? Number.POSITIVE_INFINITY) ? i : best),
    -1,
  )
  const best = trials[place]
  if (!best) return undefined
  const [first, least] = [judgedLoss(best.before), losses[place] as number]
  if (!(least < first)) return undefined
  // Where it began beyond all numbers, whatever has come down to some has come as far.
  const most = Number.isFinite(first) ? least + (1 - shareOfBest) * (first - least) : Infinity
  const isGood = (i: number) => (losses[i] ?? Number.NaN) <= most && losses[i] !== Infinity
  let [from, to] = [place, place]
  while (isGood(from - 1)) from--
  while (isGood(to + 1)) to++
  return { best, from: trials[from]?.rate as number, to: trials[to]?.rate as number }
}
