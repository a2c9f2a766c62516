// What is written down of a training, before each epoch and at the end.
import { hitsIn, type Measured, widthOf } from './measuring.ts'
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
   * Measures the network as it is; not its loss where the next batch tells it.
   * @returns whether the loss is finite, as far as it is known
   */
  look(fromBatch?: boolean): boolean
  /**
   * Writes down what was measured.
   * @param loss of the batch, where that is all points
   */
  note(loss?: number): void
  columns(): Columns
}

export function recordOf(task: Task, trainer: Trainer): TrainingRecord {
  const losses: number[] = []
  const validation: number[] = []
  const accuracy: number[] = []
  let learned: Measured | undefined
  let judged: Measured | undefined
  return {
    look(fromBatch = false) {
      judged = trainer.validation()
      learned = fromBatch ? undefined : trainer.training()
      return learned === undefined || Number.isFinite(learned.loss)
    },
    note(loss = Number.NaN) {
      const now = learned ?? { loss, accuracy: answeredRight(task, trainer) }
      losses.push(now.loss)
      if (judged) validation.push(judged.loss)
      if (task.classes !== undefined) accuracy.push((judged ?? now).accuracy)
    },
    columns: () => ({
      losses: Float64Array.from(losses),
      validation: Float64Array.from(validation),
      accuracy: Float64Array.from(accuracy),
    }),
  }
}

/** The share of right answers in the last step. */
function answeredRight(task: Task, { network, last }: Trainer): number {
  const batch = last()
  if (!batch) return Number.NaN
  return hitsIn(network.output, batch, task, widthOf(network)) / batch.rows
}
