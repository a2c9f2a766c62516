import type { Recording } from '../descent/recording.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'

/** What is looked at by whoever judges a run, and by whoever tells how it ended. */
export interface Evidence {
  readonly recording: Recording
  readonly prepared: Prepared
  readonly run: Run
  /** Finished steps. */
  readonly n: number
  readonly d: number
}

export const evidenceOf = (recording: Recording, prepared: Prepared, run: Run): Evidence => ({
  recording,
  prepared,
  run,
  n: recording.f.length - 1,
  d: prepared.loss.variables.length,
})
