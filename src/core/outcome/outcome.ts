// core/outcome/: how a run ended: judged here, and told in sentences in telling/ alone.
//
// How a run ended: what kind of ending it is, and since which step. The words are in telling/.

import type { Recording } from '../descent/recording.ts'
import { distance, firstNaN, wholeWidth } from '../descent/steps.ts'
import type { Outcome, Refused } from '../descent/trace.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { type Ahead, judgeMoving } from './moving.ts'
import { judgeNoisy } from './noisy.ts'
import { judgeResting } from './resting.ts'

/** What is known beside the recording. */
export interface Beside {
  /** The step that could not be taken, where the run had to stop. */
  readonly refused?: Refused
  readonly ahead?: Ahead
}

/** Judges a finished recording. */
export function outcomeOf(
  recording: Recording,
  prepared: Prepared,
  run: Run,
  { refused, ahead = () => undefined }: Beside = {},
): Outcome {
  const evidence = evidenceOf(recording, prepared, run)
  const { n } = evidence
  const { f } = recording
  const away = firstStepAway(evidence)
  if (away !== undefined) return { kind: 'diverged', step: away, cause: 'away' }
  if (Number.isNaN(f[n])) return { kind: 'diverged', step: firstNaN(f) ?? n, cause: 'undefined' }
  if (!Number.isFinite(f[n])) return { kind: 'diverged', step: n, cause: 'infinite' }
  if (refused) return { kind: 'diverged', step: n, cause: 'refused', refused }
  if (prepared.noise > 0) return judgeNoisy(evidence)
  return judgeResting(evidence, ahead) ?? judgeMoving(evidence, ahead)
}

/** |x| > 10⁶·(1 + |start|) */
function firstStepAway({ recording: { x }, d, n }: Evidence): number | undefined {
  const size = distance(x, 0, d)
  const limit = 1e6 * (1 + size)
  if (size + Math.sqrt(d) * wholeWidth(x, d) <= limit) return undefined
  for (let k = 0; k <= n; k++) if (distance(x, k, d) > limit) return k
  return undefined
}
