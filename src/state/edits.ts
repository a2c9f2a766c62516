// What controls do to an experiment: pure functions from one to the next.
import { functionById } from '../core/functions/index.ts'
import { type HyperValue, isGroup } from '../core/hyper.ts'
import { print } from '../core/language/print.ts'
import type { Experiment, RunSpec } from '../core/runs/experiment.ts'
import { optimizerById, prepare } from '../core/runs/prepare.ts'
import { suggestedRate } from '../core/runs/suggestion.ts'

export type Edit = (experiment: Experiment) => Experiment

const firstRun = ({ runs }: Experiment): RunSpec => runs?.[0] ?? { optimizer: 'sgd' }

/** A catalogue entry, with the start and the learning rate that it suggests. */
export const chooseFunction =
  (id: string): Edit =>
  (experiment) => {
    const { params: _, at: __, ...rest } = experiment
    const entry = functionById(id)
    const run = firstRun(experiment)
    const lr = suggestedRate(optimizerById(run.optimizer), entry)
    return {
      ...rest,
      f: id,
      ...(entry && { start: entry.start }),
      runs: [{ ...run, hyper: { ...run.hyper, lr } }],
    }
  }

/** The text of the function that is shown, to be changed. */
export const writtenOut: Edit = (experiment) => {
  const { params: _, ...rest } = experiment
  return { ...rest, f: expressionText(experiment) }
}

/** A typed expression. The start stays if it can. */
export const typeExpression =
  (f: string): Edit =>
  ({ params: _, ...experiment }) => ({ ...experiment, f })

/** The loss as text that can be typed, parameters by their values. */
export const expressionText = (experiment: Experiment): string =>
  functionById(experiment.f) ? print(prepare(experiment).loss.expression) : experiment.f

/** Another optimizer with PyTorch's defaults and a learning rate that suits the function. */
export const chooseOptimizer =
  (id: string): Edit =>
  (experiment) => ({
    ...experiment,
    runs: [
      {
        optimizer: id,
        hyper: { lr: suggestedRate(optimizerById(id), functionById(experiment.f)) },
      },
    ],
  })

/** One hyper-parameter by the name that the rule uses. Parts of a tuple are set together, as PyTorch takes them. */
export const setHyper =
  (name: string, value: HyperValue): Edit =>
  (experiment) => {
    const run = firstRun(experiment)
    const { hyper } = optimizerById(run.optimizer)
    const [key = name, entry] =
      Object.entries(hyper).find(([, entry]) => isGroup(entry) && Object.hasOwn(entry, name)) ?? []
    const { settings } = prepare(experiment).runs[0] as {
      settings: Readonly<Record<string, HyperValue>>
    }
    const argument =
      entry && isGroup(entry)
        ? Object.keys(entry).map((part) => Number(part === name ? value : settings[part]))
        : value
    return { ...experiment, runs: [{ ...run, hyper: { ...run.hyper, [key]: argument } }] }
  }

export const setParameter =
  (name: string, value: number): Edit =>
  (experiment) => ({ ...experiment, params: { ...experiment.params, [name]: value } })

export const setStart =
  (start: readonly number[]): Edit =>
  (experiment) => ({ ...experiment, start })

export const setSteps =
  (steps: number): Edit =>
  (experiment) => ({ ...experiment, steps })

/** The experiment with start, steps and learning rate written out, so that a link means the same for ever. */
export function spelledOut(experiment: Experiment, at: number): Experiment {
  const { start, steps, runs } = prepare(experiment)
  const { at: _, ...rest } = experiment
  return {
    lab: 'curve',
    ...rest,
    start,
    steps,
    ...(at > 0 && { at }),
    runs: (experiment.runs ?? [firstRun(experiment)]).map((run, i) => ({
      ...run,
      hyper: { lr: Number(runs[i]?.settings.lr), ...run.hyper },
    })),
  }
}
