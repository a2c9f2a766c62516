// What controls do to single runs of an experiment.

import type { Experiment, RunSpec } from '../../core/experiment/experiment.ts'
import { optimizerOf } from '../../core/experiment/lookUp.ts'
import { runsOf } from '../../core/experiment/parts.ts'
import type { Run } from '../../core/experiment/prepare.ts'
import { suggestedRate } from '../../core/experiment/suggestedRate.ts'
import { functionById } from '../../core/functions/index.ts'
import { type HyperArgument, type HyperValue, isGroup } from '../../core/hyper.ts'
import type { Optimizer } from '../../core/optimizers/optimizer.ts'
import { customId, firstRule } from '../../core/optimizers/written/custom.ts'
import { preparedOf } from '../descents/preparedOf.ts'
import type { Edit } from './experiment.ts'
import { closedUp } from './racers.ts'

/** Changes one run. */
export const changeRun =
  (index: number, change: (run: RunSpec, experiment: Experiment) => RunSpec): Edit =>
  (experiment) => ({
    ...experiment,
    runs: runsOf(experiment).map((run, i) => (i === index ? change(run, experiment) : run)),
  })

/** A run of an optimizer with PyTorch's defaults and a learning rate that suits what it is for. */
export function freshRun(id: string, rateOf: (optimizer: Optimizer) => number): RunSpec {
  const spec = { optimizer: id, ...(id === customId && { rule: firstRule }) }
  return { ...spec, hyper: { lr: rateOf(optimizerOf(spec)) } }
}

const rateFor =
  ({ f }: Experiment) =>
  (optimizer: Optimizer) =>
    suggestedRate(optimizer, functionById(f))

/** Another optimizer. Its schedule stays if it can; mistakes of the other one do not. */
export const chooseOptimizer =
  (index: number, id: string): Edit =>
  (experiment) => {
    const withRun = (keep: Partial<RunSpec>) =>
      changeRun(index, () => ({ ...freshRun(id, rateFor(experiment)), ...keep }))(experiment)
    const { schedule, from } = runsOf(experiment)[index] as RunSpec
    const branching = from && { from }
    const scheduled = withRun({ ...branching, ...(schedule && { schedule }) })
    return canStart(scheduled) ? scheduled : withRun({ ...branching })
  }

export function canStart(experiment: Experiment): boolean {
  try {
    preparedOf(experiment)
    return true
  } catch {
    return false
  }
}

/**
 * A run with one hyper-parameter, by the name that the rule uses. Parts of a tuple are set together, as PyTorch takes
 * them.
 */
export function withHyper(
  run: RunSpec,
  { settings }: Pick<Run, 'settings'>,
  [name, value]: readonly [name: string, value: HyperValue],
): RunSpec {
  const { hyper } = optimizerOf(run)
  const [key = name, entry] =
    Object.entries(hyper).find(([, entry]) => isGroup(entry) && Object.hasOwn(entry, name)) ?? []
  const argument: HyperArgument =
    entry && isGroup(entry)
      ? Object.keys(entry).map((part) => Number(part === name ? value : settings[part]))
      : value
  return { ...run, hyper: { ...run.hyper, [key]: argument } }
}

/** One hyper-parameter by the name that the rule uses. */
export const setHyper =
  (index: number, name: string, value: HyperValue): Edit =>
  (experiment) =>
    changeRun(index, (run) =>
      withHyper(run, preparedOf(experiment).runs[index] as Run, [name, value]),
    )(experiment)

/** Another racer, of an optimizer that does not race yet. */
export const addRun =
  (among: readonly string[]): Edit =>
  (experiment) => {
    const runs = runsOf(experiment)
    const next = freshRun(unused(among, runs), rateFor(experiment))
    return { ...experiment, runs: [...runs, next] }
  }

/** The first optimizer that does not race yet. */
export const unused = (among: readonly string[], runs: readonly RunSpec[]): string =>
  among.find((id) => runs.every((run) => run.optimizer !== id)) ?? among[0] ?? 'sgd'

/** Without a run. */
export const removeRun =
  (index: number): Edit =>
  (experiment) => {
    const kept = closedUp(runsOf(experiment).map((run, i) => (i === index ? undefined : run)))
    return kept.length ? { ...experiment, runs: kept } : experiment
  }
