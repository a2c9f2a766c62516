// What the loop of a training calls: the optimizer of a run with its schedule, and where that leaves parameters to another
// one, that one with its own.
import type { Chain, Leg } from '../legs.ts'
import { indented } from '../literal.ts'
import { optimizerText, type Params, schedulerText } from '../making.ts'
import { type Making, makingsOf, type Place } from '../optimizers.ts'
import { type Scheduler, schedulerOf } from '../schedules.ts'
import type { Legs } from './legs.ts'

/** An optimizer in the script. */
export interface Stepping {
  readonly chain: Chain
  readonly scheduler: Scheduler | undefined
  /** For each leg, what makes the optimizer and its scheduler, or changes them. */
  readonly makings: readonly string[]
  /** A line about `optimizer` and `scheduler` as one about these. */
  readonly named: (line: string) => string
}

const all: Params = { all: 'model.parameters()', first: 'next(model.parameters())' }

/** The parameters of so many dimensions. */
const those = (dimensions: string): Params => {
  const some = `p for p in model.parameters() if p.ndim ${dimensions}`
  return { all: `[${some}]`, first: `next(${some})` }
}

/** The optimizers of a run, its own first. */
export function steppingsOf({ main, rest }: Legs, place: Place): readonly Stepping[] {
  if (!rest) return [steppingOf(main, place, all, (line) => line)]
  return [
    steppingOf(main, place, those('== 2'), (line) => line),
    steppingOf(rest, place, those('!= 2'), ofRest),
  ]
}

const ofRest = (line: string) =>
  line.replace(/\b(optimizer|scheduler)\b/g, (_, what: string) => `bias_${what}`)

function steppingOf(
  chain: Chain,
  place: Place,
  params: Params,
  named: Stepping['named'],
): Stepping {
  const makings = makingsOf(chain, place)
  const schedulers = chain.map((leg) => schedulerOf(leg, place, chain.length > 1))
  return {
    ...{ chain, named },
    scheduler: schedulers[0],
    makings: chain.map((leg, i) =>
      named(makingText(leg, params, makings[i] as Making, [schedulers[i], schedulers[i - 1]])),
    ),
  }
}

function makingText(
  leg: Leg,
  params: Params,
  making: Making,
  [scheduler, before]: readonly (Scheduler | undefined)[],
): string {
  return [
    optimizerText(making, params, leg.from === leg.began),
    ...(scheduler ? [schedulerText(scheduler, leg, before)] : []),
  ].join('\n')
}

/** What makes all of them, before the loop. */
export const firstText = (steppings: readonly Stepping[]): string =>
  steppings.map(({ makings }) => makings[0]).join('\n')

/** What changes in them, in the loop. */
export function changesText(steppings: readonly Stepping[]): readonly string[] {
  const [{ chain = [] } = {}] = steppings
  return chain
    .slice(1)
    .flatMap(({ from }, i) => [
      `if step == ${from}:  # changed while it trained`,
      indented(steppings.map(({ makings }) => makings[i + 1]).join('\n')),
    ])
}

/** What the schedules do before each step of the optimizers, and behind it. */
export const schedulesText = (steppings: readonly Stepping[]) => ({
  before: steppings.flatMap(({ scheduler, named }) =>
    scheduler?.step === 'before' ? [named('scheduler.before(loss)')] : [],
  ),
  after: steppings.flatMap(({ scheduler, named }) =>
    scheduler && scheduler.step !== 'before'
      ? [named(`scheduler.step(${scheduler.step === 'after' ? '' : 'loss'})`)]
      : [],
  ),
})
