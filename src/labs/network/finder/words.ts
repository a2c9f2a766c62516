// What was found of learning rates, in words.
import { counted, plain } from '../../../core/number.ts'
import type { Trial } from '../../../core/studies/rateTrials.ts'
import type { RateVerdict } from '../../../core/studies/rateVerdict.ts'
import type { TrialEffort } from '../../../core/studies/trialEffort.ts'

const figures = 3

export const rateInWords = (rate: number) => plain(rate, figures)
const lossInWords = (loss: number) => plain(loss, figures)

const epochsInWords = (epochs: number) => (epochs === 1 ? '1 epoch' : `${counted(epochs)} epochs`)

/** All that there is to train. */
interface Whole {
  readonly epochs: number
  readonly points: number
}

/** What is tried, and how long: "33 rates × 20 epochs". */
export function effortInWords({ rates, epochs, points }: TrialEffort, whole: Whole): string {
  const of = epochs < whole.epochs ? ` of ${counted(whole.epochs)}` : ''
  const among =
    points < whole.points ? `, of ${counted(points)} of the ${counted(whole.points)} points` : ''
  return `${rates} rates × ${epochsInWords(epochs)}${of}${among}`
}

/** What the axis of losses says. */
export const titleInWords = ({ epochs }: TrialEffort, isJudged: boolean): string =>
  `${isJudged ? 'validation loss' : 'loss'} after ${epochsInWords(epochs)}`

/** What came of a rate. */
function trialInWords({ kind, step, epoch, after }: Trial): string {
  if (kind === 'refused') return 'PyTorch refuses it'
  if (kind === 'diverged')
    return `diverged after ${step === 1 ? '1 batch' : `${counted(step)} batches`}, in epoch ${epoch + 1}`
  const { loss, validation } = after
  if (validation === undefined) return `loss ${lossInWords(loss)}`
  return `validation loss ${lossInWords(validation)}, training loss ${lossInWords(loss)}`
}

/** A rate with what came of it. */
export const readInWords = (trial: Trial): string =>
  `η = ${rateInWords(trial.rate)}: ${trialInWords(trial)}`

/** The same beside a picture that says which loss it is of. */
export function readShortly(trial: Trial): string {
  const { loss, validation } = trial.after
  if (trial.kind !== 'trained' || validation === undefined) return readInWords(trial)
  return `η = ${rateInWords(trial.rate)}: ${lossInWords(validation)}, training ${lossInWords(loss)}`
}

/** What is known of all rates by now. */
export function foundInWords(
  trials: readonly Trial[],
  verdict: RateVerdict | undefined,
  { epochs }: TrialEffort,
): string {
  if (trials.length === 0) return ''
  const worst = trials.find(({ kind }) => kind === 'diverged')
  const isAlways = trials.every(
    ({ rate, kind }) => rate < (worst?.rate ?? 0) || kind === worst?.kind,
  )
  const wild = worst
    ? ` It diverges ${isAlways ? 'from' : 'at'} ${rateInWords(worst.rate)}${isAlways ? ' on' : ''}.`
    : ''
  if (!verdict) return `No rate makes the loss lower in ${epochsInWords(epochs)}.${wild}`
  const { best, from, to } = verdict
  const [a, b] = [rateInWords(from), rateInWords(to)]
  const well = a === b ? '' : ` From ${a} to ${b} it trains well.`
  const isLast = best === trials.at(-1) || best === trials[0]
  const further = isLast ? ' There may be better ones beyond.' : ''
  return `Lowest at ${rateInWords(best.rate)}.${well}${wild}${further}`
}
