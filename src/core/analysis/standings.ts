// Who got how far in a race, and at what price.

import type { Trace } from '../descent/trace.ts'
import type { Prepared } from '../experiment/prepare.ts'
import { apart } from '../geometry.ts'
import { compileFunction } from '../language/program.ts'
import { deepestMinima } from '../loss/knownMinima.ts'

/** A racer is there when it has come this share of the way down from the start to the goal. */
export const shareOfWay = 0.999

export interface Standing {
  /** The index of the run. */
  readonly run: number
  readonly label: string
  readonly f: number
  /** Steps and evaluations until it was there for good; nothing if it never was. */
  readonly there?: { readonly steps: number; readonly evaluations: number }
  readonly evaluations: number
  /** Evaluations over the budget: the last step may need several. */
  readonly over: number
  /** From the end of the run to the nearest of the deepest known minima; nothing where none is known. */
  readonly distance?: number
}

/**
 * The racers, the lowest loss first (the highest for those that maximize all together).
 * @param traces one per run
 */
export function standings(prepared: Prepared, traces: readonly Trace[]): Standing[] {
  const { loss, steps, budget } = prepared
  const value = compileFunction(loss.expression, loss.variables)
  const goals = deepestMinima(loss)
  const deepest = Math.min(...goals.map((at) => value(...at)))
  const reached = Math.min(...traces.map(({ f }) => leastOf(f)))
  const goal = Math.min(deepest, reached)
  const all = traces.map((trace, run): Standing => {
    const evaluations = trace.evaluations.reduce((a, b) => a + b, 0)
    const there = arrival(trace, goal)
    return {
      run,
      label: trace.label,
      f: trace.f.at(-1) as number,
      ...(there && { there }),
      evaluations,
      over: budget === 'evaluations' ? Math.max(0, evaluations - steps) : 0,
      ...(goals.length > 0 && {
        distance: Math.min(...goals.map((at) => distanceTo(at, trace))),
      }),
    }
  })
  const up = prepared.runs.every(({ settings }) => settings.maximize === true)
  const rank = ({ f }: Standing) => (Number.isNaN(f) ? Number.POSITIVE_INFINITY : up ? -f : f)
  return all.sort((a, b) => rank(a) - rank(b))
}

const leastOf = (f: Float64Array): number =>
  f.reduce((least, value) => (value < least ? value : least), Number.POSITIVE_INFINITY)

/** The first step from which on the loss stays within the last share of the way. */
function arrival({ f, evaluations }: Trace, goal: number): Standing['there'] {
  const line = goal + (1 - shareOfWay) * Math.abs((f[0] as number) - goal)
  let k = f.length
  while (k > 0 && (f[k - 1] as number) <= line) k--
  if (k === f.length) return undefined
  return { steps: k, evaluations: evaluations.slice(0, k).reduce((a, b) => a + b, 0) }
}

const distanceTo = (at: readonly number[], { x }: Trace): number =>
  apart(at, x.subarray(x.length - at.length))
