// From a network experiment as written to one that can be trained: names looked up, data drawn, everything checked once.
import { attempt, ExperimentError, type Fault, refuse, within } from '../experimentError.ts'
import { costOfSlope } from '../networks/cost.ts'
import { datasetOf } from '../networks/data/dataset.ts'
import type { Points } from '../networks/data/kind.ts'
import { type InitName, initNames } from '../networks/initial.ts'
import { type LossName, lossNames } from '../networks/losses.ts'
import { type Architecture, sizeOf } from '../networks/network.ts'
import { paceOf } from '../networks/training/pace.ts'
import type { Task } from '../networks/training/trainer.ts'
import { checkForm } from './form.ts'
import { resizingsIn } from './networkChanges.ts'
import { costOfStep } from './networkCost.ts'
import { type ReadData, readData } from './networkData.ts'
import type { NetworkExperiment } from './networkExperiment.ts'
import { networkLimits } from './networkLimits.ts'
import { activationsOf, checkedLayers, checkedWeights, classesOf } from './networkModel.ts'
import { wordAmong } from './networkNames.ts'
import { completedNetwork, networkParts } from './networkParts.ts'
import { readTrainingRuns, type TrainingRun } from './networkRuns.ts'

export interface PreparedNetwork extends Task {
  /** As they are, before they are split and standardized. */
  readonly points: Points
  readonly runs: readonly TrainingRun[]
}

/**
 * Looks up and checks what an experiment says.
 * @throws ExperimentError with one sentence for a student, if there is nothing to train
 */
export function prepareNetwork(experiment: NetworkExperiment): PreparedNetwork {
  checkForm(networkParts, experiment, 'An experiment')
  const whole = completedNetwork(experiment)
  const { split, standardize, dropout, shuffle, epochs, seed, changes } = whole
  const { read, loss, init, hidden, activations } = lookedUp(whole)
  const { points, seed: drawnFrom } = read
  const classes = within(['loss'], () => classesOf(loss, read))
  const architecture: Architecture = {
    inputs: points.inputs[0]?.length ?? 1,
    hidden,
    activations,
    outputs: loss === 'cross-entropy' ? (classes ?? 1) : (points.targets[0]?.length ?? 1),
  }
  const { weights } = whole
  if (weights) within(['weights'], () => checkedWeights(weights, architecture))
  const dataset = datasetOf(points, { split, standardize, seed: drawnFrom })
  const { count } = dataset.training
  const batch = whole.batch === 'full' ? count : Math.min(whole.batch, count)
  const resizings = resizingsIn(changes, count)
  const variables = sizeOf(architecture)
  checkWork(6 * variables * points.inputs.length * epochs * whole.runs.length)
  const pace = paceOf({ count, batch, epochs }, resizings)
  const { steps } = pace
  checkPlace(whole.at, steps)
  const resized = changes.findIndex((change) => change.batch !== undefined)
  checkBatch(
    costOfSlope(architecture, pace.most),
    pace.most > batch ? ['changes', resized] : ['batch'],
  )
  const isFull = [batch, ...resizings.map((one) => one.batch)].every((size) => size === count)
  const runs = readTrainingRuns(whole.runs, changes, { steps, variables, isFull })
  runs.forEach((run, i) => {
    for (const leg of [run, ...(run.later ?? []).map((later) => later.run)])
      checkStep({ ...leg, label: run.label }, { architecture, batch: pace.most }, i)
  })
  return {
    ...{ points, dataset, architecture, loss, init, dropout, shuffle, epochs },
    ...{ pace, seed, runs },
    ...(classes !== undefined && { classes }),
    ...(weights && { weights }),
  }
}

/** What the parts say by themselves, whatever is wrong with single ones. */
function lookedUp(whole: ReturnType<typeof completedNetwork>) {
  const { data, layers, activation, epochs, split, dropout } = whole
  const faults: Fault[] = []
  const demand = (place: string, isRight: boolean, words: string) =>
    attempt(faults, [place], () => {
      if (!isRight) throw new ExperimentError(words)
    })
  const read = attempt(faults, ['data'], () => readData(data))
  demand('split', split > 0, 'Nothing is left to learn from: choose a split above 0')
  const hidden = attempt(faults, ['layers'], () => checkedLayers(layers))
  const activations = attempt(faults, ['activation'], () =>
    activationsOf(activation, layers.length),
  )
  const loss = attempt(faults, ['loss'], () => wordAmong('loss', whole.loss, lossNames))
  const init = attempt(faults, ['init'], () => wordAmong('initialization', whole.init, initNames))
  demand('dropout', dropout < 1, 'No unit is left: choose a dropout below 1')
  demand('epochs', epochs <= networkLimits.epochs.most, networkLimits.epochs.words)
  refuse(faults)
  return {
    read: read as ReadData,
    loss: loss as LossName,
    init: init as InitName,
    hidden: hidden as NonNullable<typeof hidden>,
    activations: activations as NonNullable<typeof activations>,
  }
}

function checkWork(work: number): void {
  const { most, words } = networkLimits.work
  if (work > most) throw new ExperimentError(words, { at: [['epochs']] })
}

function checkBatch(work: number, at: readonly (string | number)[]): void {
  const { most, words } = networkLimits.step
  if (work > most) throw new ExperimentError(words, { at: [at] })
}

/** What a step takes where it asks for more than one slope, or works on whole matrices. */
function checkStep(run: TrainingRun, on: Parameters<typeof costOfStep>[1], index: number): void {
  if (costOfStep(run, on) > networkLimits.step.most)
    throw new ExperimentError(
      `A step of ${run.label} would take seconds: give it less to do, or choose fewer points or units`,
      { at: [['runs', index]] },
    )
}

function checkPlace(at = 0, steps: number): void {
  if (at > steps)
    throw new ExperimentError(`There is no step ${at} in ${steps} steps: the first one is shown`, {
      at: [['at']],
    })
}
