// Whether a schedule has silenced the noise of a run: then it wanders no more.
import { moved } from '../../descent/steps.ts'
import type { Territory } from '../../descent/trace.ts'
import { plain } from '../../number.ts'
import type { Evidence } from '../evidence.ts'
import { arrival } from './arrival.ts'
import { count, place } from './words.ts'

/** The last part of a run, of its steps; fewer steps are chance. */
const [part, fewest] = [1 / 30, 5]
/** Of what it was before: a rate and steps that have become so small. */
const calm = 0.1

/** What the end is like beside what was before; nothing where it is as lively as ever. */
export function calmed(evidence: Evidence, { since }: Territory): string | undefined {
  const { recording, run, n } = evidence
  const last = Math.max(fewest, Math.ceil(part * n))
  if (!run.schedule || n - last <= since) return undefined
  const rate = recording.lr[n - 1] as number
  const before = stepsOf(evidence, since, n - last)
  const now = stepsOf(evidence, n - last, n)
  const most = recording.lr.subarray(since, n - last).reduce((a, b) => Math.max(a, b), 0)
  if (!(rate <= calm * most && now <= calm * before)) return undefined
  const near = arrival(evidence)
  const where = near ? `, almost at ${near.name}` : ''
  return `Calmed down after ${count(n)}: ${place(evidence, n)}${where}. The schedule has taken the learning rate down to ${plain(rate, 2)}, so the noise moves it by ${plain(now, 1)} in a step, no longer by ${plain(before, 1)}.`
}

/** How long the steps from one row to another are, as the root of their mean square. */
function stepsOf({ recording: { x }, d }: Evidence, from: number, to: number): number {
  let squares = 0
  for (let k = from + 1; k <= to; k++) squares += moved(x, k, d) ** 2
  return Math.sqrt(squares / (to - from))
}
