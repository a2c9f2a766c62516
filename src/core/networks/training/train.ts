// A training from its first epoch to its last: it yields after each batch, so that whoever drives it can stop or breathe.
import type { Floats } from '../floats.ts'
import type { Kernels } from '../kernel.ts'
import { sizeOf } from '../network.ts'
import { kernelsFor } from '../plainKernels.ts'
import { diverged, type Ending, isAllFinite, trained } from './ending.ts'
import { type Columns, recordOf } from './record.ts'
import { type Task, type Trainee, trainerOf } from './trainer.ts'

export interface Trained extends Columns {
  /** PyTorch's order and layout: weight (out × in, row by row), bias, … */
  readonly parameters: readonly Float32Array[]
  /** Of the first batch, in the same layout. */
  readonly firstGradient: readonly Float32Array[]
  readonly outcome: Ending
}

/** @returns what came of it; on the way it yields how many batches are done */
export function* train(
  task: Task,
  run: Trainee,
  kernels: Kernels = kernelsFor(sizeOf(task.architecture)),
): Generator<number, Trained> {
  const trainer = trainerOf(task, run, kernels)
  const { network } = trainer
  const record = recordOf(task, trainer)
  const fromBatch = tellsAll(task, run)
  let firstGradient: readonly Float32Array[] = copiesOf(network.slopes)
  let step = 0
  const end = (outcome: Ending): Trained => ({
    ...record.columns(),
    parameters: copiesOf(network.tensors),
    firstGradient,
    outcome,
  })
  const stop = () => end(diverged(step, network, trainer.rate()))
  for (let epoch = 0; epoch < task.epochs; epoch++) {
    if (!isAllFinite(network.parameters) || !record.look(fromBatch)) return stop()
    for (let k = 0; k < task.batchesPerEpoch; k++) {
      const loss = trainer.step(epoch, k)
      if (!Number.isFinite(loss)) return stop()
      if (k === 0) record.note(loss)
      if (step === 0) firstGradient = copiesOf(network.slopes)
      yield ++step
    }
  }
  if (!isAllFinite(network.parameters) || !record.look()) return stop()
  record.note()
  return end(trained(step, task.epochs, record.columns().losses.at(-1) as number))
}

/** Whether the loss of a batch is that of all points, so that nobody computes it twice. */
const tellsAll = ({ batch, dataset, dropout }: Task, { optimizer }: Trainee) =>
  batch === dataset.training.count && dropout === 0 && !optimizer.method

const copiesOf = (tensors: readonly Floats[]) => tensors.map((one) => Float32Array.from(one))
