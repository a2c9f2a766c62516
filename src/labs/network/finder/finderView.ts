// Learning rates and the losses that they come to, as places in a picture.
import type { Judged, Trial } from '../../../core/studies/rateTrials.ts'
import { judgedLoss } from '../../../core/studies/rateVerdict.ts'
import { linearNice, logarithmic, logarithmicNice } from '../../../plot/scale.ts'
import type { Sheet, View } from '../../../plot/view.ts'
import { chartView, lossRange } from '../charts/curveView.ts'

/** A trial where it is drawn: beyond is above the picture. */
export interface Mark {
  readonly trial: Trial
  readonly kind: Trial['kind'] | 'beyond'
  readonly x: number
  readonly y: number
}

const none = new Float64Array()
/** Rates at the ends have room for their marks. */
const air = 1.25
/** On a scale of differences, losses so many times as high as that before training lie beyond the picture. */
const roof = 1.4
/** Below the lowest loss is room for the handle, in ems. */
const foot = 0.9

/** @param rates all that are tried */
export function finderView(
  size: Sheet,
  { rates, trials }: { readonly rates: readonly number[]; readonly trials: readonly Trial[] },
  isLog: boolean,
): View {
  const first = firstOf(trials)
  const most = isLog || !Number.isFinite(first) ? Number.POSITIVE_INFINITY : roof * first
  const losses = Float64Array.from([first, ...trials.map(lossOf)].filter((loss) => loss <= most))
  const seen = { label: '', run: 0, losses, validation: none, accuracy: none }
  const [low, high] = lossRange([seen], isLog)
  const view = chartView(size, { epochs: 1, low, high, isLog })
  const [from = 0, to = 1] = view.x.range()
  const [bottom = 0, top = 0] = view.y.range()
  const ends = [Math.min(...rates) / air, Math.max(...rates) * air] as const
  const scale = isLog ? logarithmicNice : linearNice
  return {
    ...view,
    x: logarithmic(ends, [from, to]),
    y: scale([low, high], [Math.max(top + 1, bottom - foot * size.text), top]),
  }
}

const unknown: Judged = { loss: Number.NaN }
const lossOf = ({ after }: Trial) => judgedLoss(after)

/** The loss before any training, the same for all rates; NaN where nothing is known. */
export const firstOf = (trials: readonly Trial[]): number =>
  judgedLoss(trials.find(({ kind }) => kind !== 'refused')?.before ?? unknown)

/** How far below the upper edge marks stand that lie above it, in ems. */
const below = 0.6

export function marksOf(trials: readonly Trial[], { x, y, margins, height, text }: View): Mark[] {
  const [top, bottom] = [margins.top + below * text, height - margins.bottom - foot * text]
  return trials.map((trial): Mark => {
    const at = y(lossOf(trial))
    const place = { trial, x: x(trial.rate) }
    if (trial.kind !== 'trained') return { ...place, kind: trial.kind, y: top }
    // A loss of 0 has no place on a scale of ratios.
    if (lossOf(trial) === 0 && !Number.isFinite(at)) return { ...place, kind: 'trained', y: bottom }
    if (!(at >= margins.top)) return { ...place, kind: 'beyond', y: top }
    return { ...place, kind: 'trained', y: Math.min(bottom, at) }
  })
}

/** A line through all marks that have come to a loss; it ends where nothing has. */
export function linePath(marks: readonly Mark[]): string {
  let pen = 'M'
  return marks
    .map(({ kind, x, y }) => {
      const isOn = kind === 'trained' || kind === 'beyond'
      const part = isOn ? `${pen}${x.toFixed(1)},${y.toFixed(1)}` : ''
      pen = isOn ? 'L' : 'M'
      return part
    })
    .join('')
}

/** The place of the mark that is nearest to a pixel; −1 where there is none. */
export function nearest(marks: readonly Pick<Mark, 'x'>[], pixel: number): number {
  let near = -1
  marks.forEach(({ x }, i) => {
    if (!(Math.abs(x - pixel) >= Math.abs((marks[near]?.x ?? Infinity) - pixel))) near = i
  })
  return near
}
