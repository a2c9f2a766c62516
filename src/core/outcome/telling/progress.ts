// What the last steps of a run brought: whether it only came down, or goes up and down as it did before.
import { endsOf } from '../../descent/steps.ts'
import { theValue } from '../../loss/valueName.ts'
import { distinct, plain } from '../../number.ts'
import type { Evidence } from '../evidence.ts'
import { count } from './words.ts'

/** The last tenth of a run, in steps. */
export const tenth = (n: number) => Math.max(1, Math.ceil(n / 10))

const moving = 'Still moving'

/** Whether it came down, or up, all the time lately and never was as far before. */
export function course({ recording: { f }, prepared, run, n }: Evidence): string {
  const up = run.settings.maximize === true
  const value = (k: number) => (up ? -1 : 1) * (f[k] as number)
  const last = value(n)
  for (let k = 0; k < n; k++) if (!(last < value(k))) return moving
  if (prepared.noise === 0)
    for (let k = n - tenth(n); k < n; k++) if (value(k + 1) > value(k)) return moving
  return up ? 'Still on the way up' : 'Still on the way down'
}

/** What the last steps brought, where it is no chance how far up or down they are. */
export function progress(evidence: Evidence): string {
  const { recording, prepared, n } = evidence
  const { f } = recording
  const q = tenth(n)
  const value = theValue(prepared.loss.variables)
  const change = (f[n] as number) - (f[n - q] as number)
  if (!(Math.abs(change) > 0) || n <= q) return ''
  const [low, high] = sameAllTheTime(f) ?? []
  if (low !== undefined && high !== undefined)
    return ` ${theValue(prepared.loss.variables, 'The')} goes up and down between ${distinct(low, high, 2)} and ${distinct(high, low, 2)}, now as at the beginning.`
  const calm = calmSince(evidence)
  if (calm !== undefined) return ` Since step ${calm} ${value} has only fallen.`
  return ` In the last ${q === 1 ? 'step' : count(q)} ${value} ${change < 0 ? 'fell' : 'rose'} by ${plain(Math.abs(change), 2)}.`
}

/** Of the range of f: its ends differ by less where nothing has changed. */
const alike = 0.1
/** Fewer steps in a third show no range. */
const fewest = 10

/** Between what f goes up and down, in the last third of a run as in the first. */
function sameAllTheTime(f: Float64Array): readonly [number, number] | undefined {
  const third = Math.floor(f.length / 3)
  if (third < fewest) return undefined
  const [first, last] = [endsOf(f.subarray(0, third)), endsOf(f.subarray(-third))]
  const near = alike * (first[1] - first[0])
  const isSame = first.every((end, i) => Math.abs(end - (last[i] as number)) <= near)
  return isSame ? last : undefined
}

/** So many steps down are no chance. */
const several = 10

/** Since when f has only fallen, where it has been lower before. */
function calmSince(evidence: Evidence): number | undefined {
  const { recording, prepared, run, n } = evidence
  const { f } = recording
  if (prepared.noise > 0 || run.settings.maximize === true) return undefined
  if (course(evidence) !== moving) return undefined
  let since = n
  while (since > 0 && (f[since] as number) < (f[since - 1] as number)) since--
  return n - since >= several ? since : undefined
}
