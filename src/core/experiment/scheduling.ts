// A run's schedule as lines before the optimizer's: looked up, checked, and joined with the warm-up.

import { blaming, ExperimentError, within } from '../experimentError.ts'
import type { Circumstances, HyperArgument } from '../hyper.ts'
import { apply, type Expression, name, number } from '../language/expression.ts'
import { nearest } from '../language/spelling.ts'
import { hyperOf, type Optimizer } from '../optimizers/optimizer.ts'
import { shortened } from '../quote.ts'
import type { Line, Rule } from '../rules/rule.ts'
import { ruleFrom } from '../rules/ruleFrom.ts'
import { scoped } from '../rules/sequence.ts'
import type { Settings } from '../rules/switches.ts'
import { schedules } from '../schedules/index.ts'
import { type Course, linesOf, type Schedule } from '../schedules/schedule.ts'
import { warmup } from '../schedules/warmup.ts'
import type { ScheduleSpec } from './experiment.ts'
import { type Arguments, suitedArguments } from './settings.ts'

export interface Scheduling {
  readonly schedule: Schedule | undefined
  readonly isWarmed: boolean
  /** By scoped names: schedule.gamma. */
  readonly settings: Settings
  readonly lists: Readonly<Record<string, readonly number[]>>
  /** The lines before the optimizer's. */
  readonly before: readonly Rule[]
}

type Place = Omit<Circumstances, 'of'>

/**
 * Looks up a schedule with its warm-up.
 * @throws ExperimentError for what PyTorch refuses
 */
export function schedulingOf(spec: ScheduleSpec, optimizer: Optimizer, place: Place): Scheduling {
  const { kind, warmup: warm, ...given } = spec
  const schedule = kind === undefined ? undefined : scheduleById(kind)
  if (!schedule && !warm) throw new ExperimentError('A schedule needs a kind, or a warm-up')
  const warming = warm && within(['warmup'], () => warmupArguments(warm, place))
  const isWarmed = warming !== undefined
  const left = place.steps - Number(warming?.settings.steps ?? 0)
  const own = schedule && ownArguments(schedule, given as Given, place, { steps: left, isWarmed })
  const rules = own ? rulesOf(schedule, own, isWarmed, optimizer) : []
  return {
    schedule,
    isWarmed,
    lists: own?.lists ?? {},
    settings: {
      ...inScope('schedule', own?.settings),
      ...inScope('warmup', warming && { ...warming.settings, base: place.lr }),
    },
    before: isWarmed ? warmed(rules, schedule?.initial) : rules,
  }
}

type Given = Readonly<Record<string, HyperArgument>>

/** What is wrong without being the fault of one argument is the schedule's; a warm-up before it may stay. */
const ownArguments = (schedule: Schedule, given: Given, place: Place, course: Course): Arguments =>
  blaming([['kind'], ...Object.keys(given).map((key) => [key])], () =>
    suitedArguments(schedule, given, place, (settings) => schedule.refuses?.(settings, course)),
  )

/** Its steps are not the run's, so what is wrong with them says whose they are. */
function warmupArguments(given: Given, place: Place): Arguments {
  try {
    return suitedArguments(warmup, given, place, (settings) => warmup.refuses?.(settings, place))
  } catch (error) {
    if (!(error instanceof ExperimentError) || error.message.includes(warmup.name.slice(1)))
      throw error
    const at = error.faults.flatMap((fault) => fault.at)
    throw new ExperimentError(`${warmup.name}: ${error.message}`, { at })
  }
}

/** @throws ExperimentError if there is none of this id */
export function scheduleById(id: string): Schedule {
  const schedule = schedules.find((candidate) => candidate.id === id)
  if (schedule) return schedule
  const ids = schedules.map((known) => known.id)
  const meant = nearest(id, ids)
  throw new ExperimentError(
    `There is no schedule "${shortened(id)}"; ${meant ? `did you mean "${meant}"?` : `there are ${ids.join(', ')}`}`,
    { at: [['kind']] },
  )
}

const inScope = (scope: string, settings: Settings = {}): Settings =>
  Object.fromEntries(Object.entries(settings).map(([n, value]) => [`${scope}.${n}`, value]))

/** What a cycled momentum is called by an optimizer: PyTorch cycles β₁ where there is no momentum. */
export function momentumOf(optimizer: Optimizer): string | undefined {
  const names = hyperOf(optimizer)
  return ['momentum', 'beta1', 'beta'].find((n) => names.has(n))
}

function rulesOf(
  schedule: Schedule,
  { lists, settings }: Arguments,
  isWarmed: boolean,
  optimizer: Optimizer,
): Rule[] {
  const { rule, momentum, name: title } = schedule
  const own = linesOf(typeof rule === 'string' ? rule : rule(lists, isWarmed))
  if (!momentum || !settings.cycle_momentum) return [scoped(own, 'schedule', [])]
  const cycled = momentumOf(optimizer)
  if (!cycled)
    throw new ExperimentError(
      `${optimizer.name} has no momentum that ${title} could cycle: switch off cycle_momentum`,
    )
  const lines = linesOf(momentum.replace(/\bmomentum\b/g, cycled))
  const cycle = scoped(lines, 'schedule', [cycled])
  const range = schedule.momentumWithin?.(settings)
  return [scoped(own, 'schedule', []), range ? stayingWithin(cycle, range) : cycle]
}

/** Lines whose last result stays between two numbers. */
const stayingWithin = (rule: Rule, within: NonNullable<Line['within']>): Rule =>
  ruleFrom(rule.lines.with(-1, { ...(rule.lines.at(-1) as Line), within }), rule)

/** Until the warm-up is over the schedule waits at its first step, and its learning rate is not used. */
function warmed(rules: readonly Rule[], initial?: string): Rule[] {
  const waiting = apply('max', number(0), apply('sub', name('warmup.k'), name('warmup.steps')))
  return [
    ...(rules.length ? [scheduleLine('schedule.k', waiting)] : []),
    ...rules.flatMap(waitingRule),
    ...(initial ? [scheduleLine('warmup.base', name(`schedule.${initial}`))] : []),
    scoped(linesOf(warmup.rule as string), 'warmup', []),
  ]
}

const scheduleLine = (of: string, value: Expression) =>
  ruleFrom([{ name: of, value, part: 'schedule' as const }])

/** What says where it starts starts there anew in every step that the schedule waits. */
function waitingRule({ lines, starts, defaults }: Rule): Rule[] {
  const isWaiting = apply('eq', name('schedule.k'), number(0))
  const anew = [...starts].map(([slot, start]) =>
    scheduleLine(slot, apply('where', isWaiting, start, name(slot))),
  )
  return [...anew, ruleFrom(lines, { defaults })]
}
