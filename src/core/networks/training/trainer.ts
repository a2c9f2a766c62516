// core/networks/training/: a network is trained: batches, dropout, steps, measuring, and what is said when it is over.
//
// A training in motion: one batch after the other.
import type { Dataset } from '../data/dataset.ts'
import type { Floats } from '../floats.ts'
import { type InitName, initializations } from '../initial.ts'
import type { Kernels } from '../kernel.ts'
import { lossFunctions } from '../losses.ts'
import type { Memory, Slots } from '../memory.ts'
import { type Architecture, makeNetwork, type Network } from '../network.ts'
import { type Dealt, dealer, piecesOf } from './batches.ts'
import { courseOf, type Trainee } from './course.ts'
import { dropoutOf } from './dropout.ts'
import { inHalves, type Slope } from './halves.ts'
import { hitsIn, type Judging, type Measured, measured, widthOf } from './measuring.ts'
import type { Pace } from './pace.ts'
import type { Partners } from './partner.ts'

/** What is learned, by what network, and how it begins. */
export interface Task extends Judging {
  readonly dataset: Dataset
  readonly architecture: Architecture
  readonly init: InitName
  /** What every run begins with instead, tensor by tensor. */
  readonly weights?: readonly (readonly number[])[]
  readonly dropout: number
  readonly shuffle: boolean
  readonly epochs: number
  readonly pace: Pace
  readonly seed: number
  /** Who may compute halves of large batches. */
  readonly partners?: Partners | undefined
}

export interface Trainer {
  readonly network: Network
  /** The batches that are done. */
  step(): number
  /** The epochs that are whole. */
  epoch(): number
  /** Whether the next batch is the first one of an epoch. */
  isAtEpoch(): boolean
  /**
   * Computes the loss of the next batch; its slopes are then the network's gradient.
   * @returns the loss; the step that follows computes it no more
   */
  look(): Measured
  /**
   * Trains on the next batch.
   * @returns the loss of the batch before the step; if it is not finite no step was taken
   */
  advance(): Measured
  /** The places of the next batch's points, once it was looked at. */
  places(): Uint32Array
  /** The learning rate of the next step once its batch was looked at, else of the last one. */
  rate(): number
  /** What the optimizer remembers of a parameter as the next step begins, by the names of its slots. */
  slotsOf(parameter: number): Slots
  /** Measures what is learned from, piece by piece. */
  training(): Generator<undefined, Measured>
  /** Likewise what judges; nothing without a validation set. */
  validation(): Generator<undefined, Measured | undefined>
  /** Everything that the steps to come depend on; nothing where a method keeps it to itself. */
  save(): Saved | undefined
  restore(saved: Saved): void
}

/** A training as it stands before a batch. */
export interface Saved {
  readonly step: number
  readonly parameters: Floats
  readonly memory: Memory
  readonly dealt: Dealt
}

/** The fewest rows that a set is measured by at once. */
const piece = 256

/** How many rows the buffers of a network have. */
export const rowsOf = ({ dataset, pace }: Pick<Task, 'dataset' | 'pace'>): number =>
  Math.max(pace.most, Math.min(piece, dataset.training.count))

/** Of the data: in pieces, as a whole, and dealt as batches. */
const copies = 3

const valuesIn = ({ training, validation }: Dataset) =>
  [training, validation].reduce((sum, rows) => sum + rows.inputs.length + rows.targets.length, 0)

export function trainerOf(task: Task, trainee: Trainee, kernels: Kernels): Trainer {
  const { pace, dataset } = task
  const most = rowsOf(task)
  kernels.reserve?.(copies * valuesIn(dataset))
  const network = makeNetwork(task.architecture, most, kernels)
  if (task.weights) network.parameters.set(task.weights.flat())
  else initializations[task.init](network, task.seed)
  const { room } = kernels
  const [learned, judged] = [dataset.training, dataset.validation].map((rows) =>
    piecesOf(rows, most, room),
  )
  const deals = dealer(dataset.training, { ...task, most: pace.most }, room)
  const dropout = dropoutOf(network, task, room)
  const slope = inHalves(slopesOf(network, task, dropout), { network, task, kernels })
  const course = courseOf(trainee, network, kernels)
  let step = 0
  let seen: Measured | undefined
  const here = { step: () => step, batch: () => deals.deal(pace.batchAt(step)) }
  const slopeAnew = () => slope(here.batch())
  const look = () => {
    if (seen) return seen
    const batch = here.batch()
    dropout?.draw(step, batch.rows)
    seen = slope(batch)
    if (Number.isFinite(seen.loss)) course.begin(step, seen.loss)
    return seen
  }
  return {
    network,
    step: here.step,
    epoch: () => deals.at().epoch,
    isAtEpoch: () => deals.at().done === 0,
    look,
    advance() {
      const found = look()
      if (!Number.isFinite(found.loss)) return found
      course.move(found.loss, slopeAnew)
      seen = undefined
      step++
      deals.goOn()
      return found
    },
    places: deals.places,
    rate: () => course.rate(),
    slotsOf: course.slotsOf,
    training: () => measured(network, learned ?? [], task),
    *validation() {
      return judged?.length ? yield* measured(network, judged, task) : undefined
    },
    save: () =>
      trainee.optimizer.method
        ? undefined
        : {
            step,
            parameters: network.parameters.slice(),
            memory: course.save(),
            dealt: deals.at(),
          },
    restore(saved) {
      step = saved.step
      network.parameters.set(saved.parameters)
      course.restore(step, saved.memory)
      deals.putAt(saved.dealt)
      seen = undefined
    },
  }
}

/** Computes the loss of a batch; its gradient is then the network's. */
export function slopesOf(
  network: Network,
  judging: Judging,
  dropout: ReturnType<typeof dropoutOf>,
): Slope {
  const { terms } = lossFunctions[judging.loss]
  const slope = network.sloping(judging.loss, dropout)
  const width = widthOf(network)
  const found = { loss: Number.NaN, accuracy: Number.NaN }
  return (batch) => {
    const count = terms(batch.rows, width)
    found.loss = slope(batch, 1 / count) / count
    found.accuracy = hitsIn(network.output, batch, judging) / batch.rows
    return found
  }
}
