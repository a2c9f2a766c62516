// How a run with noise ends.
import { turnsBack, wholeWidth } from '../descent/steps.ts'
import type { Outcome } from '../descent/trace.ts'
import type { Evidence } from './evidence.ts'
import { groundOf } from './ground.ts'
import { mostSwings, shrunk } from './moving.ts'
import { swingsOf } from './swings.ts'
import { territoryOf } from './territory.ts'

/** With noise a run never settles, and it turns back all the time; it oscillates only if its slopes make it do so. */
export function judgeNoisy(evidence: Evidence): Outcome {
  const { n } = evidence
  if (slopesRule(evidence)) {
    const step = firstNoisySwing(evidence)
    return step === undefined ? { kind: 'running', step: n } : { kind: 'oscillating', step }
  }
  if (isCarriedByNoise(evidence)) {
    const ground = groundOf(evidence)
    if (ground.kind === 'flat' || ground.kind === 'constant')
      return { kind: 'running', step: n, ground }
  }
  const territory = territoryOf(evidence)
  return { kind: 'running', step: n, ...(territory && { territory }) }
}

/** Of the noise of the whole run, which adds up as the root of its steps: slopes this small do not add up to it. */
const muchSmaller = 0.1

/** Whether the slopes of the last half of a run have not led it anywhere, beside its noise. */
function isCarriedByNoise({ recording: { grad }, prepared: { noise }, n, d }: Evidence): boolean {
  const last = grad.subarray(Math.ceil(n / 2) * d)
  const squares = last.reduce((sum, g) => sum + g * g, 0)
  return squares <= (muchSmaller * noise) ** 2
}

/** What is that much larger than the noise is not made by it: for gradient descent this is where η·f″ > 1.8. */
const muchLarger = 3

/** Whether the slopes of the last half of a run differ by much more than its noise; a steady pull against them does not count. */
function slopesRule({ recording: { grad }, prepared: { noise }, n, d }: Evidence): boolean {
  const last = grad.subarray(Math.ceil(n / 2) * d)
  const mean = Array.from({ length: d }, () => 0)
  for (let at = 0; at < last.length; at++)
    mean[at % d] = (mean[at % d] as number) + ((last[at] as number) * d) / last.length
  let squares = 0
  for (let at = 0; at < last.length; at++)
    squares += ((last[at] as number) - (mean[at % d] as number)) ** 2
  return squares > last.length * (muchLarger * noise) ** 2
}

/** In steps from one turn to the next, on average: what turns less often does not do so because its steps lead too far. */
const often = 4

/** The first step since which a noisy run turns back again and again and is no narrower than before. */
function firstNoisySwing({ recording: { x }, d, n }: Evidence): number | undefined {
  const from = n - Math.min(Math.floor(n / 2), mostSwings)
  const swings = swingsOf({ x, d, from, to: n })
  if (!swings?.lasts || swings.gap > often) return undefined
  if (swings.width < shrunk * wholeWidth(x, d)) return undefined
  let since = from
  while (since > 1 && turnsBack(x, since, d)) since--
  return since
}
