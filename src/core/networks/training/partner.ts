// Who computes the second half of a large batch while the first one is computed: another worker, as the engine knows it.
import type { Floats } from '../floats.ts'
import type { Architecture } from '../network.ts'
import type { Batch } from './batches.ts'
import type { Judging, Measured } from './measuring.ts'

/** What someone must know who computes halves of batches for another. */
export interface HalfWork extends Judging {
  readonly architecture: Architecture
  /** Of a half at most. */
  readonly rows: number
  /** Numbers of a target. */
  readonly targets: number
}

/** What came of a half. */
export interface HalfFound extends Measured {
  /** The slope of its own loss, until it begins with another one; what it was before where the loss is not finite. */
  readonly gradient: Floats
}

/** Someone who computes halves at the same time. */
export interface Partner {
  /** Begins with a half. @returns whether it does: not before it has arrived, nor after it was given up */
  begin(parameters: Floats, half: Batch): boolean
  /** Waits for what came of it; nothing, soon enough, where it does not answer. */
  finish(): HalfFound | undefined
}

/** Finds a partner for some work. */
export type Partners = (work: HalfWork) => Partner | undefined
