// One row per operation: its value, its derivative by each argument, and how people, PyTorch and WebAssembly write it.
// Values, derivatives and special cases are PyTorch's. operations/row.ts says how a row is to be read.
import { activations } from './operations/activations.ts'
import { elementary } from './operations/elementary.ts'
import { further } from './operations/further.ts'
import { inline } from './operations/inline.ts'
import type { Row } from './operations/row.ts'

const rows = { ...inline, ...elementary, ...activations, ...further } satisfies Record<string, Row>

export type Operation = keyof typeof rows
export const operations: Record<Operation, Row> = rows

/** Whether an operation compares: its value is 1 or 0. */
export const compares = (operation: Operation): boolean =>
  operations[operation].level === operations.lt.level
