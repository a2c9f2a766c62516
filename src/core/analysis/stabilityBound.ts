// The largest learning rate for which theory promises that a descent comes to rest: 2/λ and its kin.

import type { Trace } from '../descent/trace.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import { largestCurvature } from '../loss/curvature.ts'
import { deepestMinima, nearestMinimum } from '../loss/knownMinima.ts'
import type { Loss } from '../loss/loss.ts'
import type { Settings } from '../rules/switches.ts'

export interface Bound {
  readonly value: number
  /** How it follows from the curvature: 2/λ. */
  readonly law: string
  /** The largest curvature at the minimum, weight decay included. */
  readonly curvature: number
}

/** On the parabola λx²/2 the steps shrink below the bound and grow above it. */
export interface Law {
  /** Solved for the learning rate; λ stands in it once. */
  readonly law: string
  /** Which form of the optimizer it is about, where it has several. */
  readonly when?: (settings: Settings) => boolean
  /** The bound times the curvature. */
  readonly times: (settings: Settings) => number
}

const mu = ({ momentum }: Settings) => Number(momentum)
const damped = ({ dampening }: Settings) => 1 - Number(dampening)
const beta = (settings: Settings) => Number(settings.beta)

/**
 * By optimizer, the first that fits; the others have no such law. Each follows from the eigenvalues of the linear
 * recurrence that the rule is on a parabola: at the bound one of them is −1.
 * Sources: Polyak 1964; Cohen et al. 2021, Gradient Descent on Neural Networks Typically Occurs at the Edge of
 * Stability.
 */
const laws: Readonly<Record<string, readonly Law[]>> = {
  sgd: [
    { law: '2/λ', when: (s) => mu(s) === 0, times: () => 2 },
    {
      law: '2(1 + μ)/((1 + 2μ)λ)',
      when: ({ nesterov }) => nesterov === true,
      times: (s) => (2 * (1 + mu(s))) / (1 + 2 * mu(s)),
    },
    { law: '2(1 + μ)/λ', when: (s) => damped(s) === 1, times: (s) => 2 * (1 + mu(s)) },
    { law: '2(1 + μ)/((1 − τ)λ)', times: (s) => (2 * (1 + mu(s))) / damped(s) },
  ],
  'momentum-average': [
    { law: '2(1 + β)/((1 − β)λ)', times: (s) => (2 * (1 + beta(s))) / (1 - beta(s)) },
  ],
  'heavy-ball': [{ law: '2(1 + β)/λ', times: (s) => 2 * (1 + beta(s)) }],
  nesterov: [
    { law: '2(1 + β)/((1 + 2β)λ)', times: (s) => (2 * (1 + beta(s))) / (1 + 2 * beta(s)) },
  ],
}

/**
 * The bound for a run, if there is one.
 * @param trace how the run went: it tells which minimum it is headed for
 */
export function boundOf({ loss }: Prepared, run: Run, trace?: Trace): Bound | undefined {
  const known = run.schedule ? undefined : lawOf(run)
  const minimum = known && minimumFor(loss, trace)
  if (!minimum) return undefined
  const curvature = largestCurvature(loss, minimum) + decayOf(run)
  const value = known.times(run.settings) / curvature
  return curvature > 0 && value > 0 && Number.isFinite(value)
    ? { value, law: known.law, curvature }
    : undefined
}

/** The law for an optimizer with its settings, if there is one. */
export function lawOf({ optimizer, settings, bugs }: Lawful): Law | undefined {
  // What does not forget (μ ≥ 1) never comes to rest.
  if (bugs.length > 0 || settings.maximize === true || mu(settings) >= 1) return undefined
  return laws[optimizer.id]?.find(({ when }) => when?.(settings) ?? true)
}

/** What weight decay adds to every curvature. */
export const decayOf = ({ settings }: Lawful): number => Number(settings.weight_decay ?? 0)

type Lawful = Pick<Run, 'optimizer' | 'settings' | 'bugs'>

/** The known minimum nearest to where the run ended; the deepest, if it ended nowhere. */
const minimumFor = (loss: Loss, trace?: Trace) =>
  trace && trace.outcome.kind !== 'diverged'
    ? nearestMinimum(loss, trace.x.slice(-loss.variables.length))
    : deepestMinima(loss)[0]
