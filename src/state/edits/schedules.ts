// What controls do to the schedule of a run.

import type { ScheduleSpec } from '../../core/experiment/experiment.ts'
import type { Run } from '../../core/experiment/prepare.ts'
import { scheduleById } from '../../core/experiment/scheduling.ts'
import { defaultOf, type HyperArgument, isHyper, isNumbers } from '../../core/hyper.ts'
import { preparedOf } from '../descents/preparedOf.ts'
import type { Edit } from './experiment.ts'
import { canStart, changeRun } from './runs.ts'

/** A schedule of a kind, with what it needs filled in so that it suits the run; none without a kind. */
export const chooseSchedule =
  (index: number, kind: string | undefined): Edit =>
  (experiment) =>
    changeRun(index, ({ schedule, ...run }) => {
      const warmup = schedule?.warmup
      if (kind === undefined) return warmup ? { ...run, schedule: { warmup } } : run
      const { steps, runs } = preparedOf(experiment)
      const { settings, optimizer } = runs[index] as Run
      const chosen: ScheduleSpec = {
        kind,
        ...suggestedArguments(kind, steps, Number(settings.lr)),
        ...(warmup && { warmup }),
      }
      const cycles = Object.hasOwn(scheduleById(kind).hyper, 'cycle_momentum')
      const scheduled = { ...run, schedule: chosen }
      const works = canStart({ ...experiment, runs: [scheduled] })
      return cycles && !works && optimizer
        ? { ...run, schedule: { ...chosen, cycle_momentum: false } }
        : scheduled
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

/** One argument of the schedule by PyTorch's name. */
export const setScheduleArgument = (index: number, key: string, value: HyperArgument): Edit =>
  changeRun(index, (run) => ({ ...run, schedule: { ...run.schedule, [key]: value } }))

/** Warm-up on, with these arguments, or off. */
export const setWarmup = (index: number, warmup: ScheduleSpec['warmup']): Edit =>
  changeRun(index, ({ schedule: { warmup: _, ...rest } = {}, ...run }) => {
    const schedule = warmup ? { ...rest, warmup } : rest
    return Object.keys(schedule).length ? { ...run, schedule } : run
  })
