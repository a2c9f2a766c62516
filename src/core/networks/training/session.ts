// A training that goes on batch by batch and writes down what came of each epoch.
import type { Kernels } from '../kernel.ts'
import type { Trainee } from './course.ts'
import { diverged, type Ending, isAllFinite, trained } from './ending.ts'
import { type Columns, recordOf } from './record.ts'
import { type Saved, type Task, type Trainer, trainerOf } from './trainer.ts'

export interface Session {
  readonly trainer: Trainer
  readonly record: ReturnType<typeof recordOf>
  /** Trains on the next batch, if there is one. @returns how it ended, once it has */
  advance(): Ending | undefined
  ending(): Ending | undefined
  /** The learning rate of every step that was taken. */
  readonly rates: number[]
}

/** What another training has done that began in the same way. */
export interface Inheritance {
  readonly saved: Saved
  /** What was written down before that. */
  readonly columns: Columns
  readonly rates: readonly number[]
}

/** @param inheritance where it goes on from */
export function sessionOf(
  task: Task,
  run: Trainee,
  kernels: Kernels,
  inheritance?: Inheritance,
): Session {
  const trainer = trainerOf(task, run, kernels)
  if (inheritance) trainer.restore(inheritance.saved)
  const { network } = trainer
  const record = recordOf(task, trainer, inheritance?.columns)
  const fromBatch = tellsAll(task, run)
  const { pace, epochs } = task
  const rates = [...(inheritance?.rates ?? [])]
  let ending: Ending | undefined
  const stop = () => {
    ending = diverged(trainer.step(), network, trainer.rate())
    return ending
  }
  const isSound = () => isAllFinite(network.parameters)
  /** All epochs are done. */
  const finish = () => {
    if (!isSound() || !record.look()) return stop()
    record.note()
    ending = trained(trainer.step(), epochs, record.since(epochs).losses[0] as number)
    return ending
  }
  return {
    trainer,
    record,
    ending: () => ending,
    rates,
    advance() {
      if (ending) return ending
      if (trainer.step() === pace.steps) return finish()
      const isEpoch = trainer.isAtEpoch()
      const isWhole = fromBatch(trainer.step())
      if (isEpoch && (!isSound() || !record.look(isWhole))) return stop()
      const found = trainer.advance()
      if (!Number.isFinite(found.loss)) return stop()
      rates.push(trainer.rate())
      if (isEpoch) record.note(found)
      return trainer.step() === pace.steps ? finish() : undefined
    },
  }
}

/** Whether the loss of the next batch is that of all points, so that nobody computes it twice. */
const tellsAll =
  ({ pace, dataset, dropout }: Task, { optimizer }: Trainee) =>
  (step: number) =>
    pace.batchAt(step) === dataset.training.count && dropout === 0 && !optimizer.method
