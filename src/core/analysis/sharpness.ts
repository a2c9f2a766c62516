// How sharp the loss is along a run, and how sharp it may be: where its largest curvature crosses the limit, the steps
// begin to grow.
// Source: Cohen et al. 2021, Gradient Descent on Neural Networks Typically Occurs at the Edge of Stability.

import { runAt } from '../descent/recorded.ts'
import type { Trace } from '../descent/trace.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import { momentumOf } from '../experiment/scheduling.ts'
import { jetOf, largestEigenvalue } from '../loss/curvature.ts'
import type { Settings } from '../rules/switches.ts'
import { decayOf, type Law, lawOf } from './stabilityBound.ts'

/** Of m points of a run: all of them, or evenly many. */
export interface Sharpness {
  /** m: how many steps were done; the first and the last point are among them. */
  readonly steps: Int32Array
  /** m: the largest eigenvalue of the Hessian; with weight decay where there is a limit to compare it with. */
  readonly sharpness: Float64Array
  /** m: what the law allows with the learning rate of the step that begins there; NaN without a law or a step. */
  readonly limit: Float64Array
  /** The law of the last step that has one, solved for the curvature: 2/η. */
  readonly law: string | undefined
}

const mostPoints = 20_000

/** How sharp the loss is at the points of a run. */
export function sharpnessOf({ loss }: Prepared, run: Run, trace: Trace): Sharpness {
  const d = loss.variables.length
  const steps = chosen(trace.f.length - 1)
  const jet = jetOf(loss)
  const sharpness = new Float64Array(steps.length)
  const limit = new Float64Array(steps.length).fill(Number.NaN)
  const lawAt = lawsOf(run, trace)
  let law: string | undefined
  for (let i = 0; i < steps.length; i++) {
    const k = steps[i] as number
    const known = lawAt(k)
    sharpness[i] = largestEigenvalue(jet(trace.x, k * d).hessian, d) + (known?.decay ?? 0)
    const most = (known?.times ?? Number.NaN) / (trace.lr[k] ?? Number.NaN)
    if (!(most > 0 && most < Infinity)) continue
    limit[i] = most
    law = known?.law
  }
  return { steps, sharpness, limit, law: law?.replace('λ', 'η') }
}

/** The first of n steps, the last, and evenly many between: an odd stride sees both sides of what goes to and fro. */
function chosen(n: number): Int32Array {
  const stride = 1 + 2 * Math.max(0, Math.ceil((n / mostPoints - 1) / 2))
  if (stride === 1) return Int32Array.from({ length: n + 1 }, (_, k) => k)
  return Int32Array.from({ length: Math.ceil(n / stride) + 1 }, (_, i) => Math.min(n, i * stride))
}

interface Known {
  readonly law: string
  /** The largest learning rate times the curvature. */
  readonly times: number
  readonly decay: number
}

/** The law for each step of a run; at the last point the one of the step that led there. */
function lawsOf(run: Run, { quantities, x, f, lr }: Trace): (k: number) => Known | undefined {
  const d = x.length / f.length
  const legs = new Map<Run, (step: number) => Known | undefined>()
  const lawIn = (leg: Run) => {
    const name = momentumOf(leg.optimizer)
    if (!name || !leg.rule.lines.some((line) => line.name === name)) {
      const same = knownOf(leg)
      return () => same
    }
    return (step: number) => {
      const cycled = quantities[name]?.[step * d] ?? Number.NaN
      return knownOf({ ...leg, settings: { ...leg.settings, [name]: cycled } })
    }
  }
  return (k) => {
    const step = Math.max(0, Math.min(k, lr.length - 1))
    const leg = runAt(run, step)
    const law = legs.get(leg) ?? lawIn(leg)
    legs.set(leg, law)
    return law(step)
  }
}

function knownOf(run: Pick<Run, 'optimizer' | 'bugs'> & { readonly settings: Settings }) {
  const found: Law | undefined = lawOf(run)
  return found && { law: found.law, times: found.times(run.settings), decay: decayOf(run) }
}
