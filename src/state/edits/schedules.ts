// What controls do to the schedule of a run.

import type { RunSpec, ScheduleSpec } from '../../core/experiment/experiment.ts'
import { scheduleById } from '../../core/experiment/scheduling.ts'
import { defaultOf, type HyperArgument, isHyper, isNumbers } from '../../core/hyper.ts'
import { preparedOf } from '../descents/preparedOf.ts'
import type { Edit } from './experiment.ts'
import { canStart, changeRun } from './runs.ts'

/** What a schedule is for. */
interface Course {
  readonly steps: number
  readonly lr: number
  readonly canStart: (run: RunSpec) => boolean
}

/** A run with a schedule of a kind, with what it needs filled in so that it suits the run; none without a kind. */
export function withSchedule(
  { schedule, ...run }: RunSpec,
  kind: string | undefined,
  { steps, lr, canStart: works }: Course,
): RunSpec {
  const warmup = schedule?.warmup
  if (kind === undefined) return warmup ? { ...run, schedule: { warmup } } : run
  const chosen: ScheduleSpec = {
    kind,
    ...suggestedArguments(kind, steps, lr),
    ...(warmup && { warmup }),
  }
  const cycles = Object.hasOwn(scheduleById(kind).hyper, 'cycle_momentum')
  const scheduled = { ...run, schedule: chosen }
  return cycles && !works(scheduled)
    ? { ...run, schedule: { ...chosen, cycle_momentum: false } }
    : scheduled
}

/** A schedule of a kind; none without a kind. */
export const chooseSchedule =
  (index: number, kind: string | undefined): Edit =>
  (experiment) =>
    changeRun(index, (run) => {
      const { steps, runs } = preparedOf(experiment)
      return withSchedule(run, kind, {
        steps,
        lr: Number(runs[index]?.settings.lr),
        canStart: (scheduled) => canStart({ ...experiment, runs: [scheduled] }),
      })
    })(experiment)

function suggestedArguments(
  kind: string,
  steps: number,
  lr: number,
): Readonly<Record<string, HyperArgument>> {
  const where = { steps, lr, of: () => Number.NaN }
  return Object.fromEntries(
    Object.entries(scheduleById(kind).hyper).flatMap(([key, entry]): [string, HyperArgument][] => {
      if (isNumbers(entry)) return [[key, entry.list(where)]]
      if (!isHyper(entry)) return []
      if (entry.suggested) return [[key, entry.suggested(where)]]
      return entry.needed ? [[key, defaultOf(entry.value, where)]] : []
    }),
  )
}

/** A run with one argument of its schedule, by PyTorch's name. */
export const withArgument = (run: RunSpec, key: string, value: HyperArgument): RunSpec => ({
  ...run,
  schedule: { ...run.schedule, [key]: value },
})

/** One argument of the schedule by PyTorch's name. */
export const setScheduleArgument = (index: number, key: string, value: HyperArgument): Edit =>
  changeRun(index, (run) => withArgument(run, key, value))

/** A run with a warm-up with these arguments, or without one. */
export function withWarmup(
  { schedule: { warmup: _, ...rest } = {}, ...run }: RunSpec,
  warmup: ScheduleSpec['warmup'],
): RunSpec {
  const schedule = warmup ? { ...rest, warmup } : rest
  return Object.keys(schedule).length ? { ...run, schedule } : run
}

/** Warm-up on, with these arguments, or off. */
export const setWarmup = (index: number, warmup: ScheduleSpec['warmup']): Edit =>
  changeRun(index, (run) => withWarmup(run, warmup))

/** What a warm-up is when someone switches it on: a fifth of the steps. */
export const firstWarmup = (steps: number): NonNullable<ScheduleSpec['warmup']> => ({
  steps: Math.max(1, Math.round(steps / 5)),
})

/** Warm-up on or off. */
export const switchWarmup =
  (index: number, isOn: boolean): Edit =>
  (experiment) =>
    setWarmup(index, isOn ? firstWarmup(preparedOf(experiment).steps) : undefined)(experiment)
