/** The record of one run: n finished steps in d variables; n < steps only if the run overflowed. */
export interface Trace {
  /** The run's label: its optimizer's name, numbered where names repeat. */
  readonly label: string
  /** (n + 1) × d, row by row: the start, then the point after each step; every row finite. */
  readonly x: Float64Array
  /** n + 1: the loss at each point. */
  readonly f: Float64Array
  /** (n + 1) × d: ∂f at each point, before weight decay or maximizing. */
  readonly grad: Float64Array
  /** n: the learning rate that each step used. */
  readonly lr: Float64Array
  /** n × d for each name that the rule assigns: its last value in each step. */
  readonly quantities: Readonly<Record<string, Float64Array>>
  /** n × d for each line of the folded rule, in order: what the formula shows. */
  readonly lines: readonly Float64Array[]
  /** n: calls of f, or of f with its gradient, each counted once. */
  readonly evaluations: Int32Array
  readonly outcome: Outcome
}

/** How a run ended, as data and in words. */
export interface Outcome {
  readonly kind: 'converged' | 'stuck' | 'oscillating' | 'diverged' | 'running'
  /** The step at which it was so. */
  readonly step: number
  readonly message: string
}
