import type { Prepared, Run } from './prepare.ts'
import type { Recording } from './recording.ts'
import type { Outcome } from './trace.ts'

/** What a judge of a run looks at. */
export interface Evidence {
  readonly recording: Recording
  readonly prepared: Prepared
  readonly run: Run
  /** Finished steps. */
  readonly n: number
  readonly d: number
  /** The point that could not be reached, where the run had to stop. */
  readonly refused?: readonly number[]
}

/** A known point where the loss is less than where the run ended. */
export interface Better {
  readonly point: readonly number[]
  readonly f: number
}

export type Ending = Pick<Outcome, 'kind' | 'step'> & { readonly better?: Better }
