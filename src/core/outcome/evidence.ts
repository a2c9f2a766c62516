import type { Recording } from '../descent/recording.ts'
import type { Outcome } from '../descent/trace.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import type { Region } from './wandering.ts'

/** What a judge of a run looks at. */
export interface Evidence {
  readonly recording: Recording
  readonly prepared: Prepared
  readonly run: Run
  /** Finished steps. */
  readonly n: number
  readonly d: number
  /** The step that could not be taken, where the run had to stop. */
  readonly refused?: Refused
}

export interface Refused {
  readonly point: readonly number[]
  /** As in the recording, with this step. */
  readonly lines: readonly Float64Array[]
  readonly supplied: readonly Float64Array[]
}

/** A known point where the loss is less than where the run ended. */
export interface Better {
  readonly point: readonly number[]
  readonly f: number
}

export type Ending = Pick<Outcome, 'kind' | 'step'> & {
  readonly better?: Better
  /** Where the noise keeps a run that travels no more. */
  readonly region?: Region
  /** Why it counts as diverged: the point is too far away, f has no value, or there is no next point. */
  readonly cause?: 'away' | 'undefined' | 'infinite' | 'refused'
}
