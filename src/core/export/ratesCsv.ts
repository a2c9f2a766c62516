// Learning rates and what they come to, as a table.
import { exact } from '../number.ts'
import type { Judged, Trial } from '../studies/rateTrials.ts'

const header = 'rate,outcome,batches,epochs,loss,validation'

/** One row for each rate (RFC 4180 with LF): empty where a training came to no loss, or nobody judged it. */
export function ratesCsv(trials: readonly Trial[]): string {
  const rows = trials.map(({ rate, kind, step, epoch, after }) =>
    [exact(rate), kind, step, epoch, ...lossesOf(after)].join(),
  )
  return `${[header, ...rows].join('\n')}\n`
}

const lossesOf = ({ loss, validation = Number.NaN }: Judged) =>
  [loss, validation].map((value) => (Number.isNaN(value) ? '' : exact(value)))
