// What is written down of a training, before each epoch and at the end.
import type { Measured } from './measuring.ts'
import type { Task, Trainer } from './trainer.ts'

export interface Columns {
  /** epochs + 1: over all training data before each epoch, the last after training; fewer only if it stopped being finite. */
  readonly losses: Float64Array
  /** Likewise over the validation set; empty without one. */
  readonly validation: Float64Array
  /** Likewise: of the validation set, or of all data without one; empty where numbers are learned. */
  readonly accuracy: Float64Array
}

interface TrainingRecord {
  /**
   * Measures the network as it is, piece by piece; not its loss where the next batch tells it.
   * @returns whether the loss is finite, as far as it is known
   */
  look(fromBatch: boolean): Generator<undefined, boolean>
  /**
   * Writes down what was measured.
   * @param found at the batch, where that is all points
   */
  note(found?: Measured): void
  columns(): Columns
  /** So many epochs are written down. */
  length(): number
  /** What was written down from an epoch on. */
  since(epoch: number): Columns
  /** What was written down before an epoch. */
  until(epoch: number): Columns
}

const nothing: Measured = { loss: Number.NaN, accuracy: Number.NaN }

/** @param before what was written down already */
export function recordOf(task: Task, trainer: Trainer, before?: Columns): TrainingRecord {
  const losses: number[] = [...(before?.losses ?? [])]
  const validation: number[] = [...(before?.validation ?? [])]
  const accuracy: number[] = [...(before?.accuracy ?? [])]
  let learned: Measured | undefined
  let judged: Measured | undefined
  const between = (from: number, to?: number): Columns => ({
    losses: Float64Array.from(losses.slice(from, to)),
    validation: Float64Array.from(validation.slice(from, to)),
    accuracy: Float64Array.from(accuracy.slice(from, to)),
  })
  return {
    *look(fromBatch) {
      judged = yield* trainer.validation()
      learned = fromBatch ? undefined : yield* trainer.training()
      return learned === undefined || Number.isFinite(learned.loss)
    },
    note(found = nothing) {
      const now = learned ?? found
      losses.push(now.loss)
      if (judged) validation.push(judged.loss)
      if (task.classes !== undefined) accuracy.push((judged ?? now).accuracy)
    },
    columns: () => between(0),
    length: () => losses.length,
    since: (epoch) => between(epoch),
    until: (epoch) => between(0, epoch),
  }
}
