// A point that does not move, or no longer, although the slope is not 0.

import { distance, moved, pointAt, wholeWidth } from '../../descent/steps.ts'
import { plain } from '../../number.ts'
import type { Evidence } from '../evidence.ts'
import { noSlope } from './noSlope.ts'
import type { Told } from './told.ts'
import { count, place } from './words.ts'

/** A step this small beside the point counts as none. */
const tiny = 1e-6
const least = 3

/** Nothing has moved at all although there is a slope: why; nothing where something has. */
export function stillness(evidence: Evidence): Told | undefined {
  const { recording, d, n } = evidence
  if (n === 0 || wholeWidth(recording.x, d) > 0) return undefined
  const slope = distance(recording.grad, 0, d)
  const where = place(evidence, n)
  const none = rateless(evidence)
  if (none) return none
  if (Number.isNaN(slope))
    return {
      words: `Nothing moves: ${noSlope(evidence.prepared.loss, pointAt(recording.x, 0, d))}.`,
    }
  return {
    words: `The point has not moved in ${count(n)}: the slope is ${plain(slope, 2)}, but the steps are too small to change ${where}.`,
  }
}

/** Nobody who means to move chooses a smaller one. */
const noRate = 1e-9

/** It does not move, and the learning rate is the reason. */
export function rateless(evidence: Evidence): Told | undefined {
  const { recording, d, n } = evidence
  if (n === 0 || wholeWidth(recording.x, d) > 0 || !recording.lr.every((lr) => lr < noRate))
    return undefined
  const slope = distance(recording.grad, 0, d)
  const where = place(evidence, n)
  if (!(slope > 0)) return undefined
  return {
    words: recording.lr.every((lr) => lr === 0)
      ? `The point does not move: the learning rate is 0, ${where}.`
      : `The point has not moved in ${count(n)}: the slope is ${plain(slope, 2)}, but the learning rate is too small (${where}).`,
    wish: 'larger',
  }
}

/** It has come to rest where the slope is not 0: what holds it; nothing where it has not. */
export function rest(evidence: Evidence): string | undefined {
  const { recording, run, d, n } = evidence
  const { x, grad, lr } = recording
  let since = n + 1
  while (since > 1 && moved(x, since - 1, d) <= tiny * (1 + distance(x, since - 1, d))) since--
  const slope = distance(grad, n, d)
  if (n - since + 1 < least || !(slope > 0)) return undefined
  const at = `Come to rest since step ${since}: ${place(evidence, n)}. The slope there is ${plain(slope, 2)}`
  const [now, most] = [lr[n - 1] as number, Math.max(...lr.slice(-mostRates))]
  if (now < most * 1e-3)
    return `${at}, but the schedule has taken the learning rate down to ${plain(now, 2)}.`
  const pull = Number(run.settings.weight_decay ?? 0)
  return pull > 0
    ? `${at}, and the pull of the weight decay towards 0 balances it: a penalty moves the minimum.`
    : `${at}, but the steps have become tiny.`
}

const mostRates = 10_000
