// What moved a run in its last steps where it was not the slope: sentences with a space before them.
import { distance } from '../../descent/steps.ts'
import type { Evidence } from '../evidence.ts'
import { tenth } from './progress.ts'
import { count } from './words.ts'

/** Where there is no slope any more, and it moves all the same: since when, and by what. */
export function gliding({ recording: { grad, noise }, run, n, d }: Evidence): string | undefined {
  let since = n + 1
  while (since > 0 && distance(grad, since - 1, d) === 0) since--
  if (noise || since > n || since === 0) return undefined
  const decays = decayNames.some((name) => Number(run.settings[name]) > 0)
  const mover = decays
    ? 'the optimizer’s decay, or what it remembers of earlier slopes,'
    : 'what the optimizer remembers of earlier slopes'
  return ` The ground is flat, the slope is 0 since step ${since}: only ${mover} still moves it.`
}

/** What draws a point to 0 wherever it stands. */
const decayNames = ['weight_decay', 'lambd']

/** In standard deviations of the noise: slopes that add up to less lead nowhere beside it; larger ones swing by themselves. */
const [beside, much] = [2, 3]

/** The last steps of a noisy run whose slopes brought no more than its noise: what f fell or rose by is chance. */
export function byNoise({ recording, prepared, n, d }: Evidence): string | undefined {
  const { noise } = prepared
  const q = tenth(n)
  const last = recording.grad.subarray((n - q) * d, n * d)
  const sums = Array.from({ length: d }, (_, i) =>
    last.reduce((sum, slope, at) => (at % d === i ? sum + slope : sum), 0),
  )
  const isLed = !(Math.hypot(...sums) <= beside * noise * Math.sqrt(q * d))
  const isSteep = last.some((slope) => Math.abs(slope) > much * noise)
  if (!(noise > 0) || isLed || isSteep) return undefined
  return ` In the last ${q === 1 ? 'step' : count(q)} the noise moved it as much as the slope did, or more.`
}
