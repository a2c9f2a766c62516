// A training that goes on batch by batch and writes down what came of each epoch.
import type { Kernels } from '../kernel.ts'
import type { Trainee } from './course.ts'
import { diverged, type Ending, isAllFinite, trained } from './ending.ts'
import { type Columns, recordOf } from './record.ts'
import { type Saved, type Task, type Trainer, trainerOf } from './trainer.ts'

export interface Session {
  readonly trainer: Trainer
  readonly record: ReturnType<typeof recordOf>
  /** Trains on the next batch, or measures a piece of the points before it. @returns how it ended, once it has */
  advance(): Ending | undefined
  ending(): Ending | undefined
  /** Writes down what is known before the next batch, piece by piece. @returns whether all is */
  lookAhead(): boolean
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
  function* lookingAt(isWhole: boolean) {
    return isAllFinite(network.parameters) && (yield* record.look(isWhole))
  }
  let looking: ReturnType<typeof lookingAt> | undefined
  /** Measures the next piece. @returns whether all is finite, once that is known */
  const look = (isWhole: boolean) => {
    looking ??= lookingAt(isWhole)
    const { done, value } = looking.next()
    if (!done) return undefined
    looking = undefined
    return value
  }
  /** All epochs are done. */
  const finish = () => {
    const isSound = look(false)
    if (isSound === undefined) return undefined
    if (!isSound) return stop()
    record.note()
    ending = trained(trainer.step(), epochs, record.since(epochs).losses[0] as number)
    return ending
  }
  /** An epoch begins of which nothing is written down. */
  const isUnknown = () => trainer.isAtEpoch() && record.length() <= trainer.epoch()
  return {
    trainer,
    record,
    ending: () => ending,
    rates,
    lookAhead() {
      if (ending || trainer.step() === pace.steps || !isUnknown()) return true
      const isSound = look(fromBatch(trainer.step()))
      if (isSound === undefined) return false
      if (isSound) record.note(trainer.look())
      else stop()
      return true
    },
    advance() {
      if (ending) return ending
      if (trainer.step() === pace.steps) return finish()
      const isEpoch = isUnknown()
      const isSound = isEpoch ? look(fromBatch(trainer.step())) : true
      if (isSound === undefined) return undefined
      if (!isSound) return stop()
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
