// Where the learning rate of a training goes: its scales, its stairs, and what was changed on the way.
import { extent } from 'd3'
import { plain } from '../../../core/number.ts'
import { lossPath } from '../../../plot/charts/lossPath.ts'
import { widened } from '../../../plot/charts/widened.ts'
import type { Sheet, View } from '../../../plot/view.ts'
import { chartView } from './curveView.ts'
import { toldOf } from './racers.ts'

/** The learning rate of each batch, as its schedule says, or as it was. */
export interface Rates {
  readonly label: string
  readonly run: number
  readonly rates: Float64Array
}

/** Something that was changed while it trained. */
export interface Changed {
  /** The batches that were done. */
  readonly at: number
  /** What was changed, such as "Learning rate 0.01 → 0.001". */
  readonly words: string
  /** Whose it was; nothing where it was everybody's. */
  readonly run?: number
}

/** All of the training, from 0 unless on a logarithmic scale. */
export function rateView(size: Sheet, all: readonly Rates[], isLog: boolean): View {
  const ends = all.flatMap(({ rates }) => [
    ...(extent(rates.filter((rate) => Number.isFinite(rate) && !(isLog && rate <= 0))) as number[]),
  ])
  const [low, high] = widened(extent(isLog ? ends : [0, ...ends]), isLog)
  const epochs = Math.max(0, ...all.map(({ rates }) => rates.length))
  return chartView(size, { epochs, low, high, isLog })
}

/** A level stretch for each batch; where batches are finer than pixels, the least and the most of each column. */
export function ratePath(rates: Float64Array, { x, y, width }: View): string {
  if (rates.length > width) return lossPath(rates, { x, y })
  let path = ''
  let before = Number.NaN
  for (let k = 0; k < rates.length; k++) {
    const level = y(rates[k] as number)
    if (Number.isNaN(level)) {
      before = level
      continue
    }
    const from = x(k).toFixed(1)
    if (Number.isNaN(before)) path += `M${from},${level.toFixed(1)}`
    else if (level !== before) path += `H${from}V${level.toFixed(1)}`
    path +=
      k === rates.length - 1 || Number.isNaN(y(rates[k + 1] as number))
        ? `H${x(k + 1).toFixed(1)}`
        : ''
    before = level
  }
  return path
}

/** The rate of the next batch; after the last one, the last. */
export const rateAt = (rates: Float64Array, step: number): number =>
  rates[Math.max(0, Math.min(rates.length - 1, Math.floor(step)))] ?? Number.NaN

/** All of the chart in a sentence. */
export function ratesInWords(all: readonly Rates[], changes: readonly Changed[]): string {
  const told = toldOf(all, ({ rates }) => {
    const [least = Number.NaN, most = least] = extent(rates) as number[]
    return least === most
      ? plain(least, 3)
      : `from ${plain(rates[0] as number, 3)} to ${plain(rates.at(-1) as number, 3)}, at most ${plain(most, 3)}`
  })
  const batches = Math.max(0, ...all.map(({ rates }) => rates.length))
  const changed = changes.map(({ at, words }) => `; changed before batch ${at + 1}: ${words}`)
  return `Learning rate over ${batches} batches: ${told.join('. ')}${changed.join('')}`
}
