// What the last steps of a run brought, and what moved it: sentences with a space before them.
import { distance } from '../../descent/steps.ts'
import { theValue } from '../../loss/valueName.ts'
import { plain } from '../../number.ts'
import type { Evidence } from '../evidence.ts'
import { count } from './words.ts'

/** The last tenth of a run, in steps. */
export const tenth = (n: number) => Math.max(1, Math.ceil(n / 10))

/** Where there is no slope any more, and it moves all the same: since when, and by what. */
export function gliding({ recording: { grad, noise }, n, d }: Evidence): string | undefined {
  let since = n + 1
  while (since > 0 && distance(grad, since - 1, d) === 0) since--
  if (noise || since > n || since === 0) return undefined
  return ` The ground is flat, the slope is 0 since step ${since}: only what the optimizer remembers of earlier slopes still moves it.`
}

/** So many standard deviations of the sum of the noise: slopes that add up to less lead nowhere beside it. */
const beside = 2

/** The last steps of a noisy run whose slopes brought no more than its noise: what f fell or rose by is chance. */
export function byNoise({
  recording: { grad },
  prepared: { noise },
  n,
  d,
}: Evidence): string | undefined {
  const q = tenth(n)
  const sum = Array.from({ length: d }, () => 0)
  for (let at = (n - q) * d; at < n * d; at++)
    sum[at % d] = (sum[at % d] as number) + (grad[at] as number)
  if (!(noise > 0 && Math.hypot(...sum) <= beside * noise * Math.sqrt(q * d))) return undefined
  return ` In the last ${q === 1 ? 'step' : count(q)} the noise moved it as much as the slope did, or more.`
}

/** What the last steps brought. */
export function progress({ recording: { f }, prepared, n }: Evidence): string {
  const q = tenth(n)
  const change = (f[n] as number) - (f[n - q] as number)
  if (!(Math.abs(change) > 0) || n <= q) return ''
  return ` In the last ${q === 1 ? 'step' : count(q)} ${theValue(prepared.loss.variables)} ${change < 0 ? 'fell' : 'rose'} by ${plain(Math.abs(change), 2)}.`
}
