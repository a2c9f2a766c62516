// core/outcome/telling/: the ending of a run in words that a student can act on.
//
// The ending of a run in words that a student can act on.

import { distance, firstNaN, pointAt, wholeWidth } from '../../descent/steps.ts'
import type { Outcome, Territory, Trace } from '../../descent/trace.ts'
import type { Prepared, Run } from '../../experiment/prepare.ts'
import { undefinedPart } from '../../language/undefinedPart.ts'
import { theValue } from '../../loss/valueName.ts'
import { plain } from '../../number.ts'
import { type Evidence, evidenceOf } from '../evidence.ts'
import { arrival } from './arrival.ts'
import { calmed } from './calmed.ts'
import { type Reason, reasonOfDivergence } from './divergence.ts'
import { stationaryInWords } from './groundInWords.ts'
import { mistakes } from './mistakes.ts'
import { isExact, nearness, onItsWay } from './onItsWay.ts'
import { rankAlone, rankOf } from './rank.ts'
import { lowerInSight } from './sight.ts'
import { rateless, rest } from './standstill.ts'
import { swinging } from './swinging.ts'
import type { Told } from './told.ts'
import { adrift, wandering } from './wandering.ts'
import { bottomless, deeperThan, place, pointInWords, valueInWords } from './words.ts'

/** How a run ended: where, and why. */
export function explain(trace: Trace, prepared: Prepared, run: Run): Told {
  const { outcome } = trace
  const evidence = evidenceOf(trace, prepared, run)
  const told = explanations[outcome.kind](evidence, outcome)
  const also = `${outcome.kind === 'diverged' ? '' : detour(evidence)}${mistakes(evidence, outcome)}`
  // Where a mistake was made on purpose, it is to blame and not the rate.
  const { wish, ...rest } = told
  return { ...rest, words: told.words + also, ...(wish && run.bugs.length === 0 && { wish }) }
}

/** The same as one text. */
export function inOneText({ words, formula }: Told): string {
  return formula === undefined ? words : `${words} ${formula}.`
}

const explanations: Record<Outcome['kind'], (evidence: Evidence, ending: Outcome) => Told> = {
  converged: (evidence, { step, ground }) => {
    const slope = plain(distance(evidence.recording.grad, step, evidence.d), 2)
    const { rank, also } = ground?.at
      ? rankAmongOthers(evidence, ground.at)
      : { rank: '', also: '' }
    if (isStill(evidence))
      return { words: `Nothing moves: it starts at ${place(evidence, 0)}${rank}.${also}` }
    return {
      words: `Converged at step ${step}: ${place(evidence, step)}${rank}. The slope there is ${slope}, so the steps have become tiny.${also}`,
    }
  },
  stuck: (evidence, ending) =>
    rateless(evidence) ?? {
      words: `${stuck(evidence, ending)}${deeperThan(evidence, ending.better)}`,
    },
  oscillating: (evidence, ending) => swinging(evidence, ending),
  diverged: (evidence, ending) => {
    const { words, formula, isBarrier }: Reason = reasonOfDivergence(evidence, ending)
    if (isBarrier && ending.step === 0) return { words: `Nothing moves: ${words}.` }
    return {
      words: `Diverged at step ${ending.step}: ${words}.${bottomless(evidence)}`,
      ...(formula !== undefined && { formula }),
      wish: 'smaller',
    }
  },
  running: (evidence, ending) => {
    if (ending.territory) return { words: settled(evidence, ending.territory) }
    if (ending.ground && evidence.prepared.noise > 0) return { words: adrift(evidence) }
    return onItsWay(evidence, ending)
  },
}

/** Of a noisy run that travels no more: it rests, where or why; or the noise still moves it. */
function settled(evidence: Evidence, territory: Territory): string {
  const resting = rest(evidence)
  if (resting === undefined) return calmed(evidence, territory) ?? wandering(evidence, territory)
  const near = arrival(evidence)
  return near && isExact(near) ? nearness(evidence, near) : resting
}

function rankAmongOthers(evidence: Evidence, at: readonly number[]) {
  const { loss } = evidence.prepared
  const own = rankOf(evidence, at)
  const rank = `, ${rankAlone(evidence, at, own)}`
  if (own !== 'the local minimum' && own !== 'the local maximum') return { rank, also: '' }
  const isUp = own === 'the local maximum'
  const better = lowerInSight(loss, at, isUp ? -1 : 1)
  const also = better
    ? ` It is ${isUp ? 'higher' : 'lower'} elsewhere: ${valueInWords(loss, better.f)} at ${pointInWords(loss.variables, better.at)}.`
    : ''
  return { rank, also }
}

/** Of the size of the point: what moves less does not move. */
const nothing = 1e-9

const isStill = ({ recording: { x }, n, d }: Evidence) =>
  wholeWidth(x, d) <= nothing * (1 + distance(x, n, d))

function stuck(evidence: Evidence, { step, ground }: Outcome): string {
  const { recording, n, d } = evidence
  const slope = plain(distance(recording.grad, n, d), 2)
  const since = ` since step ${step}`
  if (ground?.kind === 'minimum') return `Stuck in a local minimum${since}: ${place(evidence, n)}.`
  const stationary = stationaryInWords(evidence, ground)
  if (stationary) {
    if (isStill(evidence))
      return `Nothing moves: the slope at the start is ${slope}, ${place(evidence, n)}. It stands ${stationary.place}: ${stationary.way}.`
    const where =
      ground?.kind === 'edge'
        ? `Stuck where the slope is 0, ${stationary.place},`
        : `Stopped ${stationary.place}`
    return `${where}${since}: ${place(evidence, n)}. The slope there is ${slope}, but ${stationary.way}.`
  }
  const here = `(${place(evidence, n)})`
  if (ground?.kind === 'constant')
    return `Stuck on flat ground: the slope is 0, so no step moves ${here}; ${theValue(evidence.prepared.loss.variables)} is the same all around.`
  const slow = `the slope is ${slope}, so`
  if (isStill(evidence)) return `Stuck on flat ground: ${slow} no step moves ${here}.`
  return step <= 1
    ? `Stuck on flat ground: ${slow} the steps are tiny ${here}.`
    : `Stuck on flat ground${since}: ${slow} the steps have become tiny ${here}.`
}

/** Where the loss was undefined on the way, though not at the end. */
function detour({ recording: { f, x }, prepared, d }: Evidence): string {
  const k = firstNaN(f)
  if (k === undefined) return ''
  const { expression, variables } = prepared.loss
  const at = pointAt(x, k, d)
  return ` On the way, at step ${k}, it was outside the domain of ${theValue(variables)}: ${pointInWords(variables, at)} (${undefinedPart(expression, variables, at)}).`
}
