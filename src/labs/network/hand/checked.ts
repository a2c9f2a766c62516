// Is the slope of the chosen weight right? Difference quotients on the page, over as many points as take no time.
import type { Rows } from '../../../core/networks/data/dataset.ts'
import { type Model, pointsAt } from '../../../core/networks/insight/model.ts'
import { checkWeight } from '../../../core/networks/insight/weightCheck.ts'
import type { LossName } from '../../../core/networks/losses.ts'
import { sizeOf } from '../../../core/networks/network.ts'
import { counted } from '../../../core/number.ts'

/** Multiplications that the page does at once without being felt. */
const most = 3e7
/** Passes that a check takes: one with its way back, and two for each width. */
const passes = 13

export interface CheckedBatch {
  readonly training: Rows
  /** The places of its points among those that are learned from. */
  readonly batch: ArrayLike<number>
  readonly loss: LossName
  readonly dropout: number
}

/** What backpropagation and difference quotients say, and over which points. */
export function checkedInWords(model: Model, of: CheckedBatch, index: number): string {
  const count = of.batch.length
  const few = Math.max(1, Math.min(count, Math.floor(most / (passes * sizeOf(model.architecture)))))
  const { words } = checkWeight(
    model,
    { examples: pointsAt(of.training, Array.from(of.batch).slice(0, few)), loss: of.loss },
    index,
  )
  const points = (n: number) => `${counted(n)} ${n === 1 ? 'point' : 'points'}`
  const over =
    few < count
      ? `over the first ${counted(few)} of the batch’s ${points(count)}`
      : `over the batch’s ${points(count)}`
  return `${words}, ${over}${of.dropout > 0 ? ', no unit dropped' : ''}.`
}
