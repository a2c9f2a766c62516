// The way of a run from its start: through the runs that it branched off from, each as far as it went.

import type { Prepared, Run } from '../../experiment/prepare.ts'
import { legsOf } from '../../runs/descend.ts'

export interface Leg {
  readonly run: Run
  /** The steps that are done when it begins, and when it ends. */
  readonly from: number
  readonly until: number
  /** The steps that were done when its optimizer was new. */
  readonly began: number
}

/** Legs of one optimizer, which remembers from each to the next. */
export type Chain = readonly [Leg, ...Leg[]]

export function chainsOf(prepared: Prepared, run: Run): readonly Chain[] {
  const chains: [Leg, ...Leg[]][] = []
  let from = 0
  for (const { run: working, until } of legsOf(run)) {
    const last = chains.at(-1)
    const goesOn = last?.[0].run.optimizer === working.optimizer
    const end = Math.min(until, prepared.steps)
    const began = last && goesOn ? last[0].began : from
    const leg: Leg = { run: working, from, until: end, began }
    if (last && goesOn) last.push(leg)
    else chains.push([leg])
    from = end
  }
  return chains
}
