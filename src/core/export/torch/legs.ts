// The way of a run from its start: through the runs that it branched off from, each as far as it went.

import { legsOf } from '../../experiment/legs.ts'
import type { Run } from '../../experiment/prepare.ts'
import type { Rule } from '../../rules/rule.ts'
import { ownOf, reads, scheduleRules } from './rules.ts'

export interface Leg {
  readonly run: Run
  /** The optimizer's lines, and the schedule's: each stands by itself in a script. */
  readonly rule: Rule
  readonly scheduleRule: Rule
  /** Every name that the optimizer's lines have, whatever is switched on: the same in all legs of a chain. */
  readonly names: readonly string[]
  /** This leg or a later one reads the number of the step. */
  readonly counts: boolean
  /** The steps that are done when it begins, and when it ends. */
  readonly from: number
  readonly until: number
  /** The steps that were done when its optimizer was new. */
  readonly began: number
}

/** Legs of one optimizer, which remembers from each to the next. */
export type Chain = readonly [Leg, ...Leg[]]

type Place = Pick<Leg, 'run' | 'from' | 'until' | 'began'>

/** @param length steps, and of how many variables */
export function chainsOf(
  run: Run,
  { steps, variables }: { readonly steps: number; readonly variables: number },
): readonly Chain[] {
  const chains: Place[][] = []
  let from = 0
  for (const { run: working, until } of legsOf(run)) {
    const last = chains.at(-1)
    const [first] = last ?? []
    const goesOn = first?.run.optimizer === working.optimizer
    const end = Math.min(until, steps)
    const place = { run: working, from, until: end, began: first && goesOn ? first.began : from }
    if (last && goesOn) last.push(place)
    else chains.push([place])
    from = end
  }
  return chains.map((places) => withRules(places, variables))
}

/** The legs of one optimizer, each with its lines. */
export function withRules(places: readonly Place[], variables: number): Chain {
  const runs = places.map((place) => place.run)
  const [{ rules, names }, schedules] = [ownOf(runs, variables), scheduleRules(runs)]
  return places.map((place, i) => ({
    ...place,
    rule: rules[i] as Rule,
    scheduleRule: schedules[i] as Rule,
    names,
    counts: rules.slice(i).some((rule) => reads(rule, 't')),
  })) as [Leg, ...Leg[]]
}
