// Who walks the runs of a crew: here, or on a card.
import type { Step } from '../descent/step.ts'
import type { Varying } from '../descent/varying.ts'
import type { Breadth } from '../kernel/lanes/breadth.ts'
import { type Crowd, crowdOf } from '../kernel/lanes/crowd.ts'
import type { Card } from '../kernel/shader/card.ts'
import type { Show } from './mapExperiment.ts'
import type { Summary } from './summary.ts'

interface Walks {
  readonly breadth: Breadth
  readonly show: Show
  readonly own: ReadonlySet<number>
  readonly varying: readonly Varying[]
  readonly rounds: number
  /** Where they walk, if not here. */
  readonly card?: Card
}

/** When a number is dragged the step stays the same, and what walks it serves again. */
const known = new WeakMap<object, WeakMap<Step, Map<string, Crowd | undefined>>>()
const here = {}

/** Those that are known at a place, by what they are made for. */
function knownAt(place: object, step: Step): Map<string, Crowd | undefined> {
  const all = known.get(place) ?? new WeakMap<Step, Map<string, Crowd | undefined>>()
  known.set(place, all)
  const own = all.get(step) ?? new Map<string, Crowd | undefined>()
  all.set(step, own)
  return own
}

/** @returns nothing where nobody can walk them there, perhaps not yet */
export function crowdFor(
  step: Step,
  summary: Summary,
  { breadth, show, own, varying, rounds, card }: Walks,
): Crowd | undefined {
  const read = varying.map(({ register }) => register)
  const of = knownAt(card ?? here, step)
  const room = card ? '' : `${breadth.lanes.kind},${rounds}`
  const key = [show, room, [...own], read].join(';')
  const { program, moved, f, grad } = summary
  const round = { moved, left: [f, ...grad], own }
  if (!of.has(key))
    of.set(
      key,
      card
        ? card.crowdOf(program, read, { ...round, lost: summary.point })
        : crowdOf(program, read, round, { breadth, steps: rounds }),
    )
  const made = of.get(key)
  return made?.isReady === false ? undefined : made
}
