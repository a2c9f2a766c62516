// core/networks/training/: a network is trained: batches, dropout, steps, measuring, and what is said when it is over.
//
// A training in motion: one batch after the other.
import type { Method } from '../../optimizers/methods/method.ts'
import type { Rule } from '../../rules/rule.ts'
import type { Settings } from '../../rules/switches.ts'
import type { Dataset } from '../data/dataset.ts'
import { type InitName, initializations } from '../initial.ts'
import type { Kernels } from '../kernel.ts'
import { lossFunctions } from '../losses.ts'
import { type Architecture, makeNetwork, type Network } from '../network.ts'
import { updating } from '../updating.ts'
import { type Batch, dealer, piecesOf } from './batches.ts'
import { dropoutOf } from './dropout.ts'
import { type Judging, type Measured, measure, widthOf } from './measuring.ts'

/** What is learned, by what network, and how it begins. */
export interface Task extends Judging {
  readonly dataset: Dataset
  readonly architecture: Architecture
  readonly init: InitName
  readonly dropout: number
  readonly batch: number
  readonly shuffle: boolean
  readonly epochs: number
  readonly batchesPerEpoch: number
  readonly seed: number
}

/** By what it is trained. */
export interface Trainee {
  readonly rule: Rule
  readonly settings: Settings
  readonly optimizer: { readonly method?: Method }
}

export interface Trainer {
  readonly network: Network
  /**
   * Trains on one batch.
   * @param epoch the epochs that are done
   * @param k the batches of this one that are done
   * @returns the loss of the batch before the step; if it is not finite no step was taken
   */
  step(epoch: number, k: number): number
  /** The batch of the last step; what the network answered there stands in its output. */
  last(): Batch | undefined
  /** The learning rate of the last step. */
  rate(): number
  training(): Measured
  /** Nothing without a validation set. */
  validation(): Measured | undefined
}

/** The fewest rows that a set is measured by at once. */
const piece = 256

export function trainerOf(task: Task, run: Trainee, kernels: Kernels): Trainer {
  const { training, validation } = task.dataset
  const most = Math.max(task.batch, Math.min(piece, training.count))
  const network = makeNetwork(task.architecture, most, kernels)
  initializations[task.init](network, task.seed)
  const { room } = kernels
  const [learned, judged] = [training, validation].map((rows) => piecesOf(rows, most, room))
  const deal = dealer(training, task, room)
  const dropout = dropoutOf(network, task, room)
  const { parameters, gradient } = network
  const update = updating(run, { parameters, gradient, room })
  const advance = run.optimizer.method?.begin()
  let last: Batch | undefined
  const slope = slopesOf(network, task, dropout)
  return {
    network,
    step(epoch, k) {
      const batch = deal(epoch, k)
      last = batch
      dropout?.draw(epoch * task.batchesPerEpoch + k, batch.rows)
      const loss = slope(batch)
      if (!Number.isFinite(loss)) return loss
      update.begin(loss)
      if (!advance) update.move()
      else {
        const lr = update.setting('lr')
        update.move(
          advance(
            problemOf(network, loss, () => slope(batch)),
            { ...run.settings, lr },
          ),
        )
      }
      return loss
    },
    last: () => last,
    rate: () => update.setting('lr'),
    training: () => measure(network, learned ?? [], task),
    validation: () => (judged?.length ? measure(network, judged, task) : undefined),
  }
}

/** Computes the loss of a batch; its gradient is then the network's. Nothing is allocated. */
function slopesOf(
  network: Network,
  { loss }: Judging,
  dropout: ReturnType<typeof dropoutOf>,
): (batch: Batch) => number {
  const { sum, terms } = lossFunctions[loss]
  const { output, delta } = network
  const width = widthOf(network)
  const answered = { output, targets: output, rows: 0, width }
  return ({ x, targets, rows }) => {
    const count = terms(rows, width)
    network.forward(x, rows, dropout)
    answered.targets = targets
    answered.rows = rows
    const value = sum(answered, delta, 1 / count) / count
    if (Number.isFinite(value)) network.backward(x, rows, dropout)
    return value
  }
}

type Problem = Parameters<ReturnType<Method['begin']>>[0]

/** The loss as a method asks for it, which leaves the parameters where they were. */
function problemOf(network: Network, loss: number, slope: () => number): Problem {
  const { parameters, gradient } = network
  const x = Float64Array.from(parameters)
  const here = { f: loss, g: Float64Array.from(gradient) }
  const at = (point: Float64Array) => {
    parameters.set(point)
    const f = slope()
    const g = Float64Array.from(gradient)
    parameters.set(x)
    return { f, g }
  }
  return {
    x,
    here: () => here,
    at,
    value: (point) => at(point).f,
    hessian: () => {
      throw new Error('a network has too many second derivatives')
    },
  }
}
