// The runs of some pixels that are of one step, side by side.
import { startMachine } from '../descent/begin.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import type { Breadth } from '../kernel/lanes/breadth.ts'
import type { Crowd, Walking } from '../kernel/lanes/crowd.ts'
import type { Card } from '../kernel/shader/card.ts'
import { stepFor } from '../runs/descend.ts'
import type { Along } from './along.ts'
import { askingsOf, ownPowersOf } from './askings.ts'
import { crowdFor } from './crowds.ts'
import { type Asking, entering } from './entering.ts'
import type { Show } from './mapExperiment.ts'
import { type Summary, summaryOf } from './summary.ts'

export interface Plan {
  readonly axes: readonly Along[]
  readonly breadth: Breadth
  readonly show: Show
  /** The loss that counts as reached. */
  readonly goal: number | { readonly values: Float64Array; readonly isUp: boolean }
}

export interface Crew {
  readonly crowd: Crowd
  readonly summary: Summary
  /** Makes ready for other runs than those before, all of them. */
  readonly gather: () => void
  /** Makes ready for the next ones. */
  readonly restart: () => void
  /** Where the run of a pixel begins. */
  readonly enter: (lane: number, column: number, row: number) => void
  /** @param lanes that were entered */
  readonly walk: (lanes: number) => Walking | undefined
  /** Where the first lane has what is looked at when it has walked. */
  readonly places: Readonly<Record<'point' | 'grad', readonly number[]>> &
    Readonly<Record<'f' | 'value', number>>
  /** The same on a card; nothing where its program is not there, perhaps not yet. */
  readonly on: (card: Card) => Crew | undefined
}

/**
 * @param run one of them; all others differ from it by what changes along the axes
 * @returns nothing where these are not told apart by registers alone, or where WebAssembly is not there
 */
export function crewOf(prepared: Prepared, run: Run, plan: Plan): Crew | undefined {
  const { axes, goal, show } = plan
  const step = stepFor(prepared, run)
  const machine = startMachine(step, run, { ...prepared, began: 0, k: 0 })
  const powers = ownPowersOf(machine, axes)
  const looked = powers.map(({ register }) => register)
  const summary = summaryOf(machine, show, looked)
  const asked = askingsOf({ axes, prepared, machine, powers, summary })
  if (!asked) return undefined
  const askings = [...asked, ...goalAsked(summary, goal)]
  const own = new Set(askings.flatMap(({ made }) => made.map(({ to }) => to)))
  const varying = machine.varying.filter(({ register }) => !looked.includes(register))
  const rounds = prepared.steps + 1
  const walking = { ...plan, own, varying, rounds }
  const crowd = crowdFor(step, summary, walking)
  if (!crowd) return undefined
  const beginning = (register: number): number => {
    const place = summary.starts.indexOf(register)
    if (place >= 0) return prepared.start[place] as number
    if (register === summary.goal) return Number(goal)
    return (machine.memory[register] ?? summary.program.memory[register]) as number
  }
  const members: Members = {
    summary,
    askings,
    beginning: new Map(
      [...crowd.given, ...summary.moved.map(({ to }) => to)]
        .filter((register) => !own.has(register))
        .map((register) => [register, beginning(register)]),
    ),
    walk: ({ walk }, lanes) => walk(rounds, varying, lanes),
    on: (card) => crowdFor(step, summary, { ...walking, card }),
  }
  return crewIn(crowd, members)
}

interface Members {
  readonly summary: Summary
  readonly askings: readonly Asking[]
  /** What all of them begin with, by registers. */
  readonly beginning: ReadonlyMap<number, number>
  readonly walk: (crowd: Crowd, lanes: number) => Walking | undefined
  readonly on: (card: Card) => Crowd | undefined
}

function crewIn(crowd: Crowd, members: Members): Crew {
  const { summary, askings, beginning, walk, on } = members
  const { point, grad, f, value, moved } = summary
  const filling = (registers: readonly number[]) => {
    const all = registers.filter((r) => beginning.has(r))
    return () => {
      for (const register of all) crowd.fill(register, beginning.get(register) as number)
    }
  }
  return {
    crowd,
    summary,
    gather: filling(crowd.given),
    restart: filling(moved.map(({ to }) => to)),
    enter: entering(askings, crowd),
    walk: (lanes) => walk(crowd, lanes),
    places: {
      ...{ point: point.map(crowd.at), grad: grad.map(crowd.at), f: crowd.at(f) },
      value: value ? crowd.at(value.register) : 0,
    },
    on(card) {
      const other = on(card)
      return other && crewIn(other, members)
    },
  }
}

/** Where the function changes along an axis its best minimum does, too. */
const goalAsked = ({ goal: to }: Summary, goal: Plan['goal']): Asking[] =>
  to === undefined || typeof goal === 'number'
    ? []
    : [
        {
          ...{ code: new Int32Array(), memory: new Float64Array(1) },
          ...{ given: [{ register: 0, ...goal }], made: [{ from: 0, to }] },
        },
      ]
