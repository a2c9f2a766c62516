// The numbers of a run that can be turned, and the experiment in which one of them has another value.

import type { Experiment, RunSpec, ScheduleSpec } from '../experiment/experiment.ts'
import { runsOf } from '../experiment/parts.ts'
import { type Prepared, prepare, type Run } from '../experiment/prepare.ts'
import {
  type Entries,
  type Hyper,
  type HyperArgument,
  isGroup,
  isHyper,
  singles,
} from '../hyper.ts'
import { warmup } from '../schedules/warmup.ts'

/** What has hyper-parameters in a run; those of a schedule have its name before theirs: schedule.gamma. */
const scopes = ['schedule', 'warmup'] as const
type Scope = (typeof scopes)[number]

/** Every numeric hyper-parameter of a run, its schedule's and its warm-up's included, by the names of its settings. */
export function numericHypers({ optimizer, schedule }: Run): Map<string, Hyper> {
  const numbers = (entries: Entries, scope = '') =>
    [...singles(entries)]
      .filter(([, { kind }]) => kind.scale !== 'flag')
      .map(([name, hyper]) => [`${scope}${name}`, hyper] as const)
  return new Map([
    ...numbers(optimizer.hyper),
    ...numbers(schedule?.schedule?.hyper ?? {}, 'schedule.'),
    ...numbers(schedule?.isWarmed ? warmup.hyper : {}, 'warmup.'),
  ])
}

/** Gives another value to a number of a run, whether or not PyTorch would take it. */
export type Turn = (value: number) => Experiment

/**
 * An experiment as a function of one number.
 * @param name as a setting is called or as a link calls it: beta1, schedule.gamma, warmup.steps
 * @param run what is known of the run
 */
export function turning(
  experiment: Experiment,
  index: number,
  name: string,
  run = prepare(experiment).runs[index] as Run,
): Turn {
  const runs = runsOf(experiment)
  const spec = runs[index] as RunSpec
  const put = (changed: RunSpec): Experiment => ({
    ...experiment,
    runs: runs.map((other, i) => (i === index ? changed : other)),
  })
  const scope = scopes.find((s) => name.startsWith(`${s}.`))
  const place = placeOf(run, name, scope)
  return (value) => {
    const argument = { [place.key]: place.argument(value) }
    return scope
      ? put({ ...spec, schedule: inSchedule(spec.schedule ?? {}, scope, argument) })
      : put({ ...spec, hyper: { ...spec.hyper, ...argument } })
  }
}

const inSchedule = (
  spec: ScheduleSpec,
  scope: Scope,
  argument: Readonly<Record<string, HyperArgument>>,
): ScheduleSpec =>
  scope === 'warmup'
    ? { ...spec, warmup: { ...spec.warmup, ...argument } }
    : { ...spec, ...argument }

/** Which argument holds a number, and what that argument is with another one; a tuple keeps its other parts. */
function placeOf(run: Run, name: string, scope: Scope | undefined) {
  const bare = scope ? name.slice(scope.length + 1) : name
  const entries = entriesOf(run, scope)
  for (const [key, entry] of Object.entries(entries)) {
    if (isGroup(entry) && Object.hasOwn(entry, bare)) {
      const parts = Object.keys(entry)
      const argument = (value: number): readonly number[] =>
        parts.map((part) => (part === bare ? value : Number(run.settings[part])))
      return { key, argument }
    }
    if (isHyper(entry) && entry.as === bare) return { key, argument: (value: number) => value }
  }
  return { key: bare, argument: (value: number) => value }
}

function entriesOf({ optimizer, schedule }: Run, scope: Scope | undefined): Entries {
  if (!scope) return optimizer.hyper
  return scope === 'warmup' ? warmup.hyper : (schedule?.schedule?.hyper ?? {})
}

/** The experiment with only one run and those that it branched off from; that run stands last. */
export function alone(experiment: Experiment, index: number): Experiment {
  const { at: _, ...rest } = experiment
  const runs = runsOf(experiment)
  const chain: number[] = []
  for (let i: number | undefined = index; i !== undefined; i = runs[i]?.from?.run) chain.unshift(i)
  return {
    ...rest,
    runs: chain.map((i, place) => {
      const { from, ...run } = runs[i] as RunSpec
      return from ? { ...run, from: { ...from, run: place - 1 } } : run
    }),
  }
}

/** The run that stands last. */
export const lastRun = ({ runs }: Prepared): Run => runs.at(-1) as Run
