// Whether a run with another learning rate ends well: only then the rate is said to work.
import { distance, pointAt, width } from '../descent/steps.ts'
import type { Trace } from '../descent/trace.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import { apart } from '../geometry.ts'
import { minimumNear } from '../loss/minimumNear.ts'
import { type Evidence, evidenceOf } from '../outcome/evidence.ts'
import { wayOut } from '../outcome/wayOut.ts'
import { descend } from '../runs/descend.ts'

/** It gets somewhere; it goes where there is nothing to get to; it ends badly, as larger rates do; or just not well. */
export type Ending = 'well' | 'endless' | 'badly' | 'elsewhere'

/** A run that is on its way is followed so many times as long, but not further than this. */
const [times, furthest] = [4, 3000]

/** How a run ends, and whether it would go on like that. Yields between runs. */
export function* endingOf(prepared: Prepared, run: Run, trace: Trace): Generator<number, Ending> {
  const now = endingSoFar(evidenceOf(trace, prepared, run), trace)
  const { steps } = prepared
  if (now !== 'well' || trace.outcome.kind !== 'running' || run.schedule) return now
  const longer = { ...prepared, steps: Math.min(times * steps, steps + furthest) }
  const later = yield* descend(longer, run)
  return endingSoFar(evidenceOf(later, longer, run), later)
}

function endingSoFar(evidence: Evidence, { outcome }: Trace): Ending {
  const { kind, ground, territory } = outcome
  if (kind === 'diverged' || kind === 'oscillating') return 'badly'
  if (kind === 'converged' || territory) return 'well'
  if (kind === 'stuck') return ground?.kind === 'minimum' ? 'well' : 'badly'
  if (ground || !hasComeDown(evidence)) return 'elsewhere'
  if (wayOut(evidence)) return 'endless'
  return hasMinimumAhead(evidence) ? 'well' : 'elsewhere'
}

/** How far away it is looked for a minimum, as a share of the way that the run came and the size of its end. */
const reaches = [0.1, 1, 10, 100]

/** Whether the ground below leads down to a minimum: it may as well lead past a saddle point and away. */
function hasMinimumAhead({ recording: { x }, prepared: { loss }, run, n, d }: Evidence): boolean {
  const end = pointAt(x, n, d)
  const sign = run.settings.maximize === true ? -1 : 1
  const scale = 1 + Math.hypot(...end) + width(x, 0, n, d)
  return reaches.some((reach) => minimumNear(loss, end, reach * scale, sign) !== undefined)
}

/** Lower than at its start, and no higher than a tenth of the run ago; for whoever climbs the other way round. */
function hasComeDown({ recording: { f }, run, n }: Evidence): boolean {
  const sign = run.settings.maximize === true ? -1 : 1
  const [start, lately, end] = [0, Math.floor(0.9 * n), n].map((k) => sign * (f[k] as number))
  return Number(end) < Number(start) && Number(end) <= Number(lately)
}

/** Of the slope: what has become less has changed. */
const changed = 0.5

/** It has got clearly away from its start: by its size, or to where the slope is another one. */
export function hasGotAway({ x, f, grad }: Trace): boolean {
  const n = f.length - 1
  const d = x.length / f.length
  const way = apart(pointAt(x, 0, d), pointAt(x, n, d))
  return way >= 1 + distance(x, 0, d) || distance(grad, n, d) <= changed * distance(grad, 0, d)
}
