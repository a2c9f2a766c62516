// core/experiment/: the experiment as a plain value: the table of its parts, its limits, and prepare, which looks up
// and checks once; it runs nothing.
//
// The experiment: one plain value that is the worker's message, the link, the saved file and the test's fixture.
import type { HyperArgument } from '../hyper.ts'

export interface Experiment {
  readonly lab?: string
  /** An expression, or the id of a catalogue entry. */
  readonly f: string
  /** Of a catalogue entry that has parameters. */
  readonly params?: Readonly<Record<string, number>>
  /** One number per variable. */
  readonly start?: readonly number[]
  /** How many steps, or, with the budget in evaluations, how many calls of f. */
  readonly steps?: number
  /** The step that is shown. */
  readonly at?: number
  /** What the noise is drawn from: a whole number. */
  readonly seed?: number
  /** The standard deviation of the Gaussian noise in each coordinate of the gradient. */
  readonly noise?: number
  readonly budget?: Budget
  readonly runs?: readonly RunSpec[]
  /** What the plot shows beside the paths, in the words of the lab. */
  readonly show?: readonly string[]
  /** The window of the plot: an interval for each axis. */
  readonly view?: readonly Interval[]
}

/** Two ends, the lower one first. */
export type Interval = readonly [from: number, to: number]

export const budgets = ['steps', 'evaluations'] as const
export type Budget = (typeof budgets)[number]

export interface RunSpec {
  readonly optimizer: string
  /** The text of a written rule, for the optimizer `custom`. */
  readonly rule?: string
  /** By PyTorch's names; tuples as lists. What is left out has PyTorch's default. */
  readonly hyper?: Readonly<Record<string, HyperArgument>>
  readonly schedule?: ScheduleSpec
  /** Mistakes of the bug zoo, by id. */
  readonly bugs?: readonly string[]
  /** The run goes on from where another one was after so many steps. */
  readonly from?: Branching
}

export interface Branching {
  /** The index of an earlier run. */
  readonly run: number
  readonly step: number
}

/** A schedule's kind and its arguments by PyTorch's names, or a warm-up alone. */
export interface ScheduleSpec {
  readonly kind?: string
  readonly warmup?: Readonly<Record<string, HyperArgument>>
  readonly [argument: string]: HyperArgument | Readonly<Record<string, HyperArgument>> | undefined
}
