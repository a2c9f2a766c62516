import { counted } from '../../../core/number.ts'
import type { TrialEffort } from '../../../core/studies/trialEffort.ts'
import type { Found } from '../../../state/networks/rateFinder.ts'
import styles from './RateFinder.module.css'
import type { Trying } from './useTried.ts'
import { rateInWords } from './words.ts'

interface Props {
  /** What is known of what is trained now. */
  readonly found: Found | undefined
  readonly tried: Trying
  readonly best: number | undefined
  /** @param times so many times as long as is usual */
  readonly onFind: (times: number) => void
  readonly onCancel: () => void
  readonly onTake: (rate: number) => void
}

/** What can be asked for: to begin, to go on, to look longer or elsewhere, and to take the best. */
export function FinderControls({ found, tried, best, onFind, onCancel, onTake }: Props) {
  if (found?.isRunning)
    return (
      <div className={styles.controls}>
        <progress
          aria-label="Learning rates tried"
          value={found.trials.length / found.rates.length}
        />
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    )
  const times = found?.times ?? 1
  const asked = askedIn(found, tried)
  const longer = asked ? undefined : longerThan(found, tried.effortFor(2 * times))
  return (
    <div className={styles.controls}>
      {asked && (
        <button type="button" onClick={() => onFind(times)}>
          {asked}
        </button>
      )}
      {found && best !== undefined && best !== tried.present && (
        <button type="button" onClick={() => onTake(best)}>
          Take {rateInWords(best)}
        </button>
      )}
      {longer && (
        <button type="button" onClick={() => onFind(2 * times)}>
          {longer}
        </button>
      )}
    </div>
  )
}

/** More of the training with each rate; nothing where that is all of it. */
function longerThan(found: Found | undefined, { epochs, points }: TrialEffort) {
  if (!found) return undefined
  if (epochs > found.effort.epochs) return `Try ${counted(epochs)} epochs`
  return points > found.effort.points ? `Try ${counted(points)} points` : undefined
}

/** What is left to try; nothing where all is known. */
function askedIn(found: Found | undefined, { ratesFor, effortFor, present }: Trying) {
  if (!found) return `Try ${effortFor(1).rates} rates`
  const known = new Set(found.trials.map(({ rate }) => rate))
  if (found.rates.some((rate) => !known.has(rate))) return 'Go on'
  // Whoever has gone to an end of what is known looks beyond it.
  const around = ratesFor(found.effort.rates)
  const unknown = around.filter((rate) => !known.has(rate))
  return unknown.length > around.length / 3 ? `Try around ${rateInWords(present)}` : undefined
}
