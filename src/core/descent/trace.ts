/** The record of one run: n finished steps in d variables; n < steps only if the run overflowed. */
export interface Trace {
  /** The run's label: its optimizer's name, numbered where names repeat. */
  readonly label: string
  /** (n + 1) × d, row by row: the start, then the point after each step; every row finite. */
  readonly x: Float64Array
  /** n + 1: the loss at each point. */
  readonly f: Float64Array
  /** (n + 1) × d: ∂f at each point, before weight decay, maximizing or noise. */
  readonly grad: Float64Array
  /** (n + 1) × d: what was added to the gradient in the step that begins at each point; not there without noise. */
  readonly noise?: Float64Array
  /** n: the learning rate that each step used. */
  readonly lr: Float64Array
  /** n × d for each name that the rule assigns or a method gives: its last value in each step. */
  readonly quantities: Readonly<Record<string, Float64Array>>
  /** n × d for each line of the folded rule, in order: what the formula shows. */
  readonly lines: readonly Float64Array[]
  /** n × d for each quantity that the optimizer's method gave to the rule. */
  readonly supplied: readonly Float64Array[]
  /** n: calls of f, or of f with its gradient, each counted once. */
  readonly evaluations: Int32Array
  /** Where the function was asked on the way, by methods that look before they step. */
  readonly probes: Probes
  /** The steps of the run before its optimizer was new and began to count; 0 unless it is a branch. */
  readonly began: number
  readonly outcome: Outcome
}

/** m inner evaluations. */
export interface Probes {
  /** m: the step in which each happened. */
  readonly step: Int32Array
  /** m × d, row by row. */
  readonly x: Float64Array
  /** m */
  readonly f: Float64Array
}

/** How a run ended, and what of it the judge saw. Words for it are outcome/telling's. */
export interface Outcome {
  readonly kind: 'converged' | 'stuck' | 'oscillating' | 'diverged' | 'running'
  /** The step at which it was so. */
  readonly step: number
  /** On what a run stands that has stopped. */
  readonly ground?: Ground
  /** A known minimum that is deeper than where the run ended. */
  readonly better?: Better
  /** How a run goes to and fro, over its last part. */
  readonly swing?: Swing
  /** How the same run ends without the mistakes that were put into it on purpose. */
  readonly unmistaken?: Unmistaken
  /** Where the noise keeps a run that travels no more. */
  readonly territory?: Territory
  /** Why it counts as diverged: the point is too far away, f has no value, or there is no next point. */
  readonly cause?: 'away' | 'undefined' | 'infinite' | 'refused'
  /** The step that could not be taken, where the run had to stop. */
  readonly refused?: Refused
}

export interface Refused {
  readonly point: readonly number[]
  /** As in the record, with this step. */
  readonly lines: readonly Float64Array[]
  readonly supplied: readonly Float64Array[]
}

/** What a point stands on that has stopped; whoever maximizes sees it upside down. */
export interface Ground {
  readonly kind: 'minimum' | 'saddle point' | 'maximum' | 'ridge' | 'edge' | 'flat' | 'constant'
  /** The minimum next to it. */
  readonly at?: readonly number[]
  /** Of length 1: where it falls away most; unknown with more than two variables. */
  readonly down?: readonly number[]
}

export interface Swing {
  /** Each swing beside the one before it: 0.98 is 2 % smaller; not there where a few swings do not tell. */
  readonly ratio?: number
  /** From one end to the other. */
  readonly width: number
  /** The ends, of the coordinates that go to and fro; not there for what is only ahead. */
  readonly ends?: readonly Extent[]
  /** It does so only if it goes on: here it rests, but not for good. */
  readonly isAhead?: boolean
  /** The step at which it leaves, where it rests until then. */
  readonly begins?: number
}

/** Between what one of the variables goes to and fro. */
export interface Extent {
  readonly variable: number
  readonly least: number
  readonly most: number
}

export interface Unmistaken {
  readonly kind: Outcome['kind']
  /** The loss at its end. */
  readonly f: number
  /** The first step at which the loss is the same to the digits shown. */
  readonly step: number
  /** With what it was helped besides, because that ends lower; and how it ends without. */
  readonly served?: { readonly by: string; readonly without: Unmistaken }
}

/** A known point where the loss is less than where the run ended. */
export interface Better {
  readonly point: readonly number[]
  readonly f: number
}

/** Where a run stays from some step on. */
export interface Territory {
  readonly since: number
  /** The mean of the points in the last half of the run. */
  readonly centre: readonly number[]
  /** How far the furthest of them is from the centre. */
  readonly radius: number
  /** The mean loss there. */
  readonly f: number
}
