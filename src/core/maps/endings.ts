// How the run of a pixel ends, as far as a map tells it: which minimum, or why none.
import type { Trace } from '../descent/trace.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import { evidenceOf } from '../outcome/evidence.ts'
import { minimumBeside } from '../outcome/ground.ts'

/** What has no place of its own; `near` is beside a minimum, but still on its way. */
export const kinds = [
  'oscillates',
  'runs on',
  'diverges',
  'stuck',
  'cannot start',
  'rests',
  'near',
] as const
export type EndingKind = (typeof kinds)[number]

export interface Ending {
  readonly kind: EndingKind
  /** The minimum that it rests on or is near; for whoever climbs, the maximum. */
  readonly at?: readonly number[]
  /** Which of the catalogue's minima that is, as the loss has them; −1 for others. */
  readonly known: number
}

/** The ending of a run, by its outcome. */
export function endingOf(trace: Trace, prepared: Prepared, run: Run): Ending {
  const { kind, ground } = trace.outcome
  const ending = (own: EndingKind, at?: readonly number[]): Ending => ({
    kind: own,
    ...(at && { at }),
    known: at ? prepared.loss.minima.indexOf(at) : -1,
  })
  if (kind === 'diverged') return ending('diverges')
  if (kind === 'oscillating') return ending('oscillates')
  if (kind !== 'running') return ground?.at ? ending('rests', ground.at) : ending('stuck')
  // What rests for a while and then leaves is on its way to nowhere.
  const beside = ground ? undefined : minimumBeside(evidenceOf(trace, prepared, run))
  return beside ? ending('near', beside) : ending('runs on')
}

export const refused: Ending = { kind: 'cannot start', known: -1 }
