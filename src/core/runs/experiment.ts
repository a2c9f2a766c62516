// The experiment: one plain value that is the worker's message, the link, the saved file and the test's fixture.
import type { HyperValue } from '../optimizers/optimizer.ts'

export interface Experiment {
  readonly lab?: string
  /** An expression, or the id of a catalogue entry. */
  readonly f: string
  /** Of a catalogue entry that has parameters. */
  readonly params?: Readonly<Record<string, number>>
  /** One number per variable. */
  readonly start?: readonly number[]
  readonly steps?: number
  /** The step that is shown. */
  readonly at?: number
  readonly runs?: readonly RunSpec[]
}

export interface RunSpec {
  readonly optimizer: string
  /** By PyTorch's names; tuples as lists. What is left out has PyTorch's default. */
  readonly hyper?: Readonly<Record<string, HyperArgument>>
}

export type HyperArgument = HyperValue | readonly number[]

/** An experiment that cannot start. Its message is one sentence for a student. */
export class ExperimentError extends Error {
  override readonly name = 'ExperimentError'
}

export const defaultSteps = 50
export const mostSteps = 1_000_000
