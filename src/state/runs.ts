// What controls do to single runs of an experiment.
import { functionById } from '../core/functions/index.ts'
import {
  defaultOf,
  type HyperArgument,
  type HyperValue,
  isGroup,
  isHyper,
  isNumbers,
} from '../core/hyper.ts'
import { print } from '../core/language/print.ts'
import { previousOf } from '../core/language/rule.ts'
import { customId, firstRule } from '../core/optimizers/custom.ts'
import type { Experiment, RunSpec, ScheduleSpec } from '../core/runs/experiment.ts'
import { optimizerOf } from '../core/runs/lookUp.ts'
import { prepare, type Run } from '../core/runs/prepare.ts'
import { scheduleById } from '../core/runs/scheduling.ts'
import { suggestedRate } from '../core/runs/suggestion.ts'
import { type Edit, runsOf } from './edits.ts'

/** Changes one run. */
const changeRun =
  (index: number, change: (run: RunSpec, experiment: Experiment) => RunSpec): Edit =>
  (experiment) => ({
    ...experiment,
    runs: runsOf(experiment).map((run, i) => (i === index ? change(run, experiment) : run)),
  })

/** A run of an optimizer with PyTorch's defaults and a learning rate that suits the function. */
function freshRun(optimizer: string, { f }: Experiment): RunSpec {
  const spec = { optimizer, ...(optimizer === customId && { rule: firstRule }) }
  return { ...spec, hyper: { lr: suggestedRate(optimizerOf(spec), functionById(f)) } }
}

/** Another optimizer. Its schedule stays if it can; mistakes of the other one do not. */
export const chooseOptimizer =
  (index: number, id: string): Edit =>
  (experiment) => {
    const withRun = (keep: Partial<RunSpec>) =>
      changeRun(index, () => ({ ...freshRun(id, experiment), ...keep }))(experiment)
    const { schedule, from } = runsOf(experiment)[index] as RunSpec
    const branching = from && { from }
    const scheduled = withRun({ ...branching, ...(schedule && { schedule }) })
    return canStart(scheduled) ? scheduled : withRun({ ...branching })
  }

function canStart(experiment: Experiment): boolean {
  try {
    prepare(experiment)
    return true
  } catch {
    return false
  }
}

/** One hyper-parameter by the name that the rule uses. Parts of a tuple are set together, as PyTorch takes them. */
export const setHyper =
  (index: number, name: string, value: HyperValue): Edit =>
  (experiment) =>
    changeRun(index, (run) => {
      const { hyper } = optimizerOf(run)
      const [key = name, entry] =
        Object.entries(hyper).find(([, entry]) => isGroup(entry) && Object.hasOwn(entry, name)) ??
        []
      const { settings } = prepare(experiment).runs[index] as Run
      const argument: HyperArgument =
        entry && isGroup(entry)
          ? Object.keys(entry).map((part) => Number(part === name ? value : settings[part]))
          : value
      return { ...run, hyper: { ...run.hyper, [key]: argument } }
    })(experiment)

/** A schedule of a kind, with what it needs filled in so that it suits the run; none without a kind. */
export const chooseSchedule =
  (index: number, kind: string | undefined): Edit =>
  (experiment) =>
    changeRun(index, ({ schedule, ...run }) => {
      const warmup = schedule?.warmup
      if (kind === undefined) return warmup ? { ...run, schedule: { warmup } } : run
      const { steps, runs } = prepare(experiment)
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
      return isHyper(entry) && entry.needed ? [[key, defaultOf(entry.value, where)]] : []
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

/** A mistake of the bug zoo on or off. */
export const setBug = (index: number, bug: string, on: boolean): Edit =>
  changeRun(index, ({ bugs = [], ...run }) => {
    const made = on ? [...bugs, bug] : bugs.filter((other) => other !== bug)
    return made.length ? { ...run, bugs: made } : run
  })

/** Another text for a written rule. Hyper-parameters that it still has keep their values. */
export const setRule = (index: number, rule: string): Edit =>
  changeRun(index, ({ hyper = {}, ...run }) => {
    const { hyper: known } = optimizerOf({ ...run, rule })
    const kept = Object.entries(hyper).filter(([name]) => Object.hasOwn(known, name))
    return { ...run, rule, hyper: Object.fromEntries(kept) }
  })

/** The rule that runs, as text of one's own, with the same hyper-parameters. */
export const editCopy =
  (index: number): Edit =>
  (experiment) =>
    changeRun(index, ({ bugs: _, ...run }) => {
      const { rule, settings } = prepare({
        ...experiment,
        runs: runsOf(experiment).map(({ bugs: __, ...other }) => other),
      }).runs[index] as Run
      const { text, names } = textOf(rule)
      return {
        ...run,
        optimizer: customId,
        rule: text,
        hyper: Object.fromEntries(
          ['lr', ...names].map((name) => [name, Number(settings[name])] as const),
        ),
      }
    })(experiment)

/** The lines of a rule without its schedule, as they would be typed. */
function textOf({ lines, starts, hyper }: Run['rule']): { text: string; names: string[] } {
  const own = lines.filter(({ part }) => part === undefined)
  const isOwn = (name: string) => !name.includes('.') && previousOf(name) === undefined
  const written = [
    ...[...starts]
      .filter(([name]) => isOwn(name))
      .map(([name, value]) => `${name}_0 = ${print(value)}`),
    ...own.map(({ name, value }) => `${name} = ${print(value)}`),
  ]
  return { text: written.join('\n'), names: hyper.filter(isOwn) }
}

/** Another racer, of an optimizer that does not race yet. */
export const addRun =
  (among: readonly string[]): Edit =>
  (experiment) => {
    const runs = runsOf(experiment)
    const next = among.find((id) => runs.every((run) => run.optimizer !== id)) ?? among[0] ?? 'sgd'
    return { ...experiment, runs: [...runs, freshRun(next, experiment)] }
  }

/** Without a run and those that branched off from it. */
export const removeRun =
  (index: number): Edit =>
  (experiment) => {
    const runs = runsOf(experiment)
    const gone = new Set([index])
    runs.forEach(({ from }, i) => {
      if (from && gone.has(from.run)) gone.add(i)
    })
    const before = (i: number) => [...gone].filter((other) => other < i).length
    const kept = runs.flatMap((run, i) => {
      if (gone.has(i)) return []
      return run.from
        ? [{ ...run, from: { ...run.from, run: run.from.run - before(run.from.run) } }]
        : [run]
    })
    return kept.length ? { ...experiment, runs: kept } : experiment
  }

/** A new run that goes on from a step of another, with the same optimizer until that is changed. */
export const branchAt =
  (index: number, step: number): Edit =>
  (experiment) => {
    const runs = runsOf(experiment)
    return {
      ...experiment,
      runs: [...runs, { ...(runs[index] as RunSpec), from: { run: index, step } }],
    }
  }
