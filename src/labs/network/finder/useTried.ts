import { useMemo } from 'react'
import { networkRate } from '../../../core/experiment/networkRate.ts'
import { ratesAround } from '../../../core/studies/ratesAround.ts'
import { type TrialEffort, trialEffort } from '../../../core/studies/trialEffort.ts'
import { asOf, rateAt } from '../../../state/networks/changes.ts'
import type { NetworkState } from '../../../state/networks/networks.ts'
import type { Tried } from '../../../state/networks/rateFinder.ts'
import { useNetworkState, useSelected } from '../useNetwork.ts'

/** What would be tried now. */
export interface Trying extends Tried {
  /** The learning rate that the run has at the batch that is shown, before its schedule; NaN where it has none. */
  readonly present: number
  readonly label: string
  /** Of all the training. */
  readonly epochs: number
  /** Points to learn from. */
  readonly points: number
  readonly effortFor: (times: number) => TrialEffort
  /** So many rates, in the order in which they are tried. */
  readonly ratesFor: (count: number) => readonly number[]
}

/** The last batch up to the one that is shown from which on something else holds. */
const lastChange = ({ experiment: { changes = [] }, playhead }: NetworkState): number =>
  changes.reduce((last, { at }) => (at <= playhead ? Math.max(last, at) : last), 0)

/** The selected run with what holds at the batch that is shown, as it would train from the beginning. */
export function useTried(): Trying {
  const experiment = useNetworkState((state) => state.experiment)
  const prepared = useNetworkState((state) => state.prepared)
  const run = Math.min(useSelected(), prepared.runs.length - 1)
  const at = useNetworkState(lastChange)
  return useMemo(() => {
    const first = prepared.runs[run] as (typeof prepared.runs)[number]
    const leg = (first.later ?? []).findLast((later) => later.at <= at)?.run ?? first
    const present = rateAt(prepared, run, at).rate
    return {
      ...{ experiment: asOf(experiment, at), run, present },
      label: first.label,
      epochs: prepared.epochs,
      points: prepared.dataset.training.count,
      effortFor: (times) => trialEffort(prepared, leg, { batch: prepared.pace.batchAt(at), times }),
      ratesFor: (count) => ratesAround(present, count, networkRate(leg.optimizer)),
    }
  }, [experiment, prepared, run, at])
}
