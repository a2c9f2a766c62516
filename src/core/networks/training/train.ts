// A training from its first epoch to its last: it yields after each batch, so that whoever drives it can stop or breathe.
import type { Floats } from '../floats.ts'
import type { Kernels } from '../kernel.ts'
import { kernelsFor } from '../kernels/kernelsFor.ts'
import { sizeOf } from '../network.ts'
import type { Trainee } from './course.ts'
import type { Ending } from './ending.ts'
import type { Columns } from './record.ts'
import { sessionOf } from './session.ts'
import type { Task } from './trainer.ts'

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
  const session = sessionOf(task, run, kernels)
  const { network } = session.trainer
  let firstGradient: readonly Float32Array[] = copiesOf(network.slopes)
  for (;;) {
    const outcome = session.advance()
    const step = session.trainer.step()
    if (step === 1) firstGradient = copiesOf(network.slopes)
    if (!outcome) yield step
    else
      return {
        ...session.record.columns(),
        parameters: copiesOf(network.tensors),
        firstGradient,
        outcome,
      }
  }
}

const copiesOf = (tensors: readonly Floats[]) => tensors.map((one) => Float32Array.from(one))
