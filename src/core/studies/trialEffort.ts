// How many learning rates are tried, and for how long each, so that all of them are there while someone waits.
import { costOfStep } from '../experiment/networkCost.ts'
import type { PreparedNetwork } from '../experiment/networkPrepare.ts'
import type { TrainingRun } from '../experiment/networkRuns.ts'
import { costOfMeasuring } from '../networks/cost.ts'

export interface TrialEffort {
  /** So many rates. */
  readonly rates: number
  /** For so many epochs each; all of the training at most. */
  readonly epochs: number
  /** Of the points that are learned from; as large a share of those that judge. */
  readonly points: number
}

/** Rates are tried from coarse to fine: the most of these that leave time for some epochs. */
const counts = [33, 17, 9] as const
const fewEpochs = 8
/** Multiplications of all trials: some seconds. */
const affordable = 1e10
/** What a step takes beside its multiplications, in those. */
const perStep = 2e4
/** What is no rule over arrays takes so many times as long as its multiplications. */
const ofMethods = 5
/** Multiplications between two breaths. */
const slice = 2.5e7

type Tried = Pick<PreparedNetwork, 'architecture' | 'dataset' | 'epochs'>

/**
 * What can be tried of a training while someone waits.
 * @param batch points of a batch, at most all
 * @param times so many times as long as is usual, with each of as many rates
 */
export function trialEffort(
  task: Tried,
  run: TrainingRun,
  { batch, times = 1 }: { readonly batch: number; readonly times?: number },
): TrialEffort {
  const { count } = task.dataset.training
  const epochsFor = (rates: number) => affordable / (rates * costOfEpoch(task, run, batch))
  const enough = Math.min(fewEpochs, task.epochs)
  const rates = counts.find((some) => epochsFor(some) >= enough) ?? counts[2]
  const most = times * epochsFor(rates)
  return {
    rates,
    epochs: Math.min(task.epochs, Math.max(1, Math.floor(most))),
    points: Math.ceil(count * Math.min(1, most)),
  }
}

/** Multiplications of all batches of an epoch, and of measuring what it came to. */
function costOfEpoch(
  { architecture, dataset: { training, validation } }: Tried,
  run: TrainingRun,
  batch: number,
): number {
  const steps = Math.ceil(training.count / batch)
  return (
    steps * costOfOne(run, { architecture, batch }) +
    costOfMeasuring(architecture, training.count + validation.count)
  )
}

const costOfOne = (run: TrainingRun, on: Parameters<typeof costOfStep>[1]) =>
  perStep + costOfStep(run, on) * (run.optimizer.method ? ofMethods : 1)

/** How many steps come between two breaths. */
export const breathAfter = ({ architecture, pace }: PreparedNetwork, run: TrainingRun): number =>
  Math.max(1, Math.floor(slice / costOfOne(run, { architecture, batch: pace.most })))
