// A run that was still moving when its steps were over: how far it has come, and how fast it goes.
import { distance, pointAt, turnsBack } from '../../descent/steps.ts'
import type { Outcome } from '../../descent/trace.ts'
import { apart } from '../../geometry.ts'
import { largestCurvature } from '../../loss/curvature.ts'
import { plain } from '../../number.ts'
import { betterMinimum } from '../better.ts'
import type { Evidence } from '../evidence.ts'
import { type Arrival, arrival, digitsInWords } from './arrival.ts'
import { isPlainDescent } from './divergence.ts'
import { byNoise, gliding } from './lastSteps.ts'
import { course, progress, tenth } from './progress.ts'
import { rest, stillness } from './standstill.ts'
import { trend } from './swinging.ts'
import type { Told } from './told.ts'
import { bottomless, count, deeperThan, place, valueInWords } from './words.ts'

/** So many right digits are the place itself. */
const exactly = 3

export const isExact = ({ digits, height }: Arrival): boolean =>
  digits >= exactly && height === 'none'

export function onItsWay(evidence: Evidence, { swing, ground }: Outcome): Told {
  const { prepared, n } = evidence
  if (prepared.steps === 0) return { words: 'No step taken: the number of steps is 0.' }
  const still = stillness(evidence)
  if (still !== undefined) return still
  if (ground)
    return {
      words: `At rest after ${count(n)}, but not for good: ${place(evidence, n)}. Its steps grow again, and if it goes on, it leaves.`,
    }
  const tiny = hardlyBegun(evidence)
  if (tiny !== undefined) return { words: tiny, wish: 'larger' }
  const arrived = arrival(evidence)
  if (arrived) return { words: nearness(evidence, arrived) }
  const resting = rest(evidence)
  if (resting !== undefined) return { words: resting }
  if (swing)
    return { words: `Still swinging after ${count(n)}: ${place(evidence, n)}. It ${trend(swing)}.` }
  const chance = byNoise(evidence)
  const slow = chance === undefined ? pace(evidence) : undefined
  const faster = slow?.isCareful ? ': a larger learning rate gets there sooner.' : '.'
  const last = slow ? `${slow.words}${faster}` : (chance ?? gliding(evidence) ?? progress(evidence))
  return {
    words: `${course(evidence)} after ${count(n)}: ${place(evidence, n)}.${last}${bottomless(evidence)}`,
    ...(slow?.isCareful && { wish: 'larger' }),
  }
}

/** How near it has come, and whether another minimum is deeper; what is shown must not say otherwise. */
export function nearness(evidence: Evidence, near: Arrival): string {
  const { name, isLocal, digits, point, height } = near
  const { n, prepared, recording } = evidence
  const other = isLocal ? deeperThan(evidence, betterMinimum(evidence)) : ''
  if (isExact(near))
    return `At ${name}, ${digitsInWords(digits)}, after ${count(n)} (${place(evidence, n)}).${other}`
  const steep = height === 'steep' ? ', but the ground is steep' : ''
  return `Almost at ${name} after ${count(n)}${steep}: ${point}, ${valueInWords(prepared.loss, recording.f[n] as number)}.${other}`
}

/** Of the size of the start, and of the slope: what changes less has hardly begun. */
const [barely, hardly] = [5e-3, 0.05]
/** A schedule that takes the rate down further than this is the reason, not the rate. */
const lowered = 10

/** It has moved so little that nothing has changed: the learning rate is too small. */
function hardlyBegun(evidence: Evidence): string | undefined {
  const { recording, d, n } = evidence
  const { x, grad, lr } = recording
  const way = apart(pointAt(x, 0, d), pointAt(x, n, d))
  const change = apart(pointAt(grad, 0, d), pointAt(grad, n, d))
  const [first, last] = [lr[0] as number, lr[n - 1] as number]
  if (!(first > 0) || first > lowered * last) return undefined
  if (way > barely * (1 + distance(x, 0, d)) || change > hardly * distance(grad, 0, d))
    return undefined
  for (let k = 1; k < n; k++) if (turnsBack(x, k, d)) return undefined
  return `The point has only moved ${decimal(way)} in ${count(n)}: the learning rate is too small (${place(evidence, n)}).`
}

/** One figure, as people write small numbers: 0.0002. */
const decimal = (value: number) =>
  value >= 1e-6 && value < 1 ? value.toFixed(Math.ceil(-Math.log10(value))) : plain(value, 1)

/** Of what the curvature allows, with the learning rate: up to this a larger one is sure to be faster. */
const careful = 0.2
/** In lengths of the run. */
const long = 10
const toAHundredth = Math.log(0.01)

interface Pace {
  /** A sentence without its end. */
  readonly words: string
  /** All the way a larger rate would have done. */
  readonly isCareful: boolean
}

/** Plain gradient descent with a small learning rate comes down by a share of the slope in each step: how long that takes. */
function pace(evidence: Evidence): Pace | undefined {
  const { recording, prepared, run, n, d } = evidence
  const { grad, x } = recording
  const rate = Number(run.settings.lr)
  const here = largestCurvature(prepared.loss, pointAt(x, n, d))
  if (!isPlainDescent(evidence) || run.schedule || !(here > 0 && rate * here < careful))
    return undefined
  const q = tenth(n)
  const ratio = (distance(grad, n, d) / distance(grad, n - q, d)) ** (1 / q)
  const steps = toAHundredth / Math.log(ratio)
  if (!(ratio < 1 && steps > long * n)) return undefined
  return {
    words: ` At this pace the slope is down to a hundredth after some ${plain(steps, 2)} steps more`,
    isCareful: rate * steepestOnTheWay(evidence) < careful,
  }
}

/** So many points of the way are looked at. */
const looks = 20

/** The largest curvature on the way: where it began, a larger rate may be too large although here it would not be. */
function steepestOnTheWay({ recording: { x }, prepared, n, d }: Evidence): number {
  const at = Array.from({ length: looks }, (_, i) => Math.round((n * i) / (looks - 1)))
  return Math.max(...at.map((k) => largestCurvature(prepared.loss, pointAt(x, k, d))))
}
