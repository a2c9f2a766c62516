// Trainings as a table: how good each network was before each epoch, and at the end.

import type { Columns } from '../networks/training/record.ts'
import { exact } from '../number.ts'
import type { Training } from '../runs/trainNetwork.ts'
import { cell } from './csv.ts'

export const trainingHeader = 'run,epoch,loss,validation,accuracy'

/** The table of some trainings as CSV (RFC 4180 with LF): one row per epoch, empty where there is nothing to measure. */
export function networkCsv(trainings: readonly Pick<Training, 'label' | keyof Columns>[]): string {
  const rows = trainings.flatMap(({ label, losses, validation, accuracy }) =>
    Array.from(losses, (loss, epoch) =>
      [cell(label), epoch, exact(loss), at(validation, epoch), at(accuracy, epoch)].join(),
    ),
  )
  return `${[trainingHeader, ...rows].join('\n')}\n`
}

function at(column: Float64Array, epoch: number): string {
  const value = column[epoch]
  return value === undefined ? '' : exact(value)
}
