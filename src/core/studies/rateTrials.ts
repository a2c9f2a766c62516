// One training is an anecdote; the same training with every learning rate is the law.
//
// A learning-rate finder that trains: where a range test (Smith 2017, "Cyclical Learning Rates for Training Neural
// Networks", section 3.3) raises the rate in the course of one single run, so that each rate is judged where the rates before
// it have led, here each one gets a training of its own, from the same parameters and with the same batches.
import type { RunSpec } from '../experiment/experiment.ts'
import type { NetworkExperiment } from '../experiment/networkExperiment.ts'
import { completedNetwork } from '../experiment/networkParts.ts'
import { type PreparedNetwork, prepareNetwork } from '../experiment/networkPrepare.ts'
import { readTrainingRuns, type TrainingRun } from '../experiment/networkRuns.ts'
import { ExperimentError } from '../experimentError.ts'
import { kernelsFor } from '../networks/kernels/kernelsFor.ts'
import { sizeOf } from '../networks/network.ts'
import { type Session, sessionOf } from '../networks/training/session.ts'
import { lightened } from './lightened.ts'
import { breathAfter, type TrialEffort } from './trialEffort.ts'

export interface TrialSpec {
  readonly experiment: NetworkExperiment
  /** The run that is tried, of several, by its index. */
  readonly run: number
  readonly effort: Pick<TrialEffort, 'epochs' | 'points'>
}

/** The mean loss over the points that are learned from, and over those that judge, where there are some. */
export interface Judged {
  readonly loss: number
  readonly validation?: number
}

/** What came of a training with a learning rate. */
export interface Trial {
  readonly rate: number
  /** Refused is what PyTorch refuses too. */
  readonly kind: 'trained' | 'diverged' | 'refused'
  /** The batches that it was trained on: to the end, or until it stopped being finite. */
  readonly step: number
  /** The epochs that were whole by then. */
  readonly epoch: number
  readonly before: Judged
  /** NaN where it came to no end. */
  readonly after: Judged
}

/**
 * Trains with one rate after the other, each for some epochs of the training as the experiment says it: its schedule is not
 * drawn together. So the losses are those that `trainNetwork` has of the same rate after as many epochs, to the bit.
 * @yields what came of a rate, and nothing now and then, so that whoever drives it can breathe
 * @throws ExperimentError if there is nothing to train, whatever the rate
 */
export function* rateTrials(
  { experiment, run, effort }: TrialSpec,
  rates: Iterable<number>,
): Generator<Trial | undefined, void> {
  const { runs, changes: _, ...rest } = completedNetwork(experiment)
  const own = runs[run]
  if (!own) throw new ExperimentError(`There is no run ${run + 1} to try rates of`)
  const whole = prepareNetwork({ ...rest, runs: [own] })
  // Many points take a while.
  yield undefined
  const task = lightened(whole, effort.points)
  yield undefined
  for (const rate of rates) {
    const run = runOr(whole, { ...own, hyper: { ...own.hyper, lr: rate } })
    yield run ? { rate, ...(yield* trialOf(task, run, effort)) } : refused(rate)
  }
}

const nothing: Judged = { loss: Number.NaN }

const refused = (rate: number): Trial => ({
  ...{ rate, kind: 'refused', step: 0, epoch: 0 },
  ...{ before: nothing, after: nothing },
})

/** Nothing where the run is refused. */
function runOr(
  { architecture, dataset, pace }: PreparedNetwork,
  spec: RunSpec,
): TrainingRun | undefined {
  const isFull = pace.batchAt(0) === dataset.training.count
  const place = { steps: pace.steps, variables: sizeOf(architecture), isFull }
  try {
    return readTrainingRuns([spec], [], place)[0]
  } catch (error) {
    if (error instanceof ExperimentError) return undefined
    throw error
  }
}

function* trialOf(
  task: PreparedNetwork,
  run: TrainingRun,
  { epochs }: Pick<TrialEffort, 'epochs'>,
): Generator<undefined, Omit<Trial, 'rate'>> {
  const session = sessionOf(task, run, kernelsFor(sizeOf(task.architecture)))
  const { trainer, record } = session
  const breath = breathAfter(task, run)
  const last = Math.min(epochs, task.epochs)
  for (let count = 1; !session.ending() && record.length() <= last; count++) {
    // At the last epoch of all it ends by itself.
    if (trainer.epoch() === last && last < task.epochs) session.lookAhead()
    else session.advance()
    if (count % breath === 0) yield undefined
  }
  return endOf(session, last)
}

function endOf({ record, trainer, ending }: Session, last: number): Omit<Trial, 'rate'> {
  const { losses, validation } = record.columns()
  const judgedAt = (epoch: number): Judged => ({
    loss: losses[epoch] ?? Number.NaN,
    ...(validation.length > 0 && { validation: validation[epoch] ?? Number.NaN }),
  })
  const isTrained = ending()?.kind !== 'diverged' && Number.isFinite(losses[last])
  return {
    kind: isTrained ? 'trained' : 'diverged',
    step: trainer.step(),
    epoch: trainer.epoch(),
    before: judgedAt(0),
    after: judgedAt(isTrained ? last : Number.POSITIVE_INFINITY),
  }
}
