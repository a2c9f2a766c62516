// state/edits/: what controls do: pure functions from experiment to experiment.
//
// What controls do to an experiment: pure functions from one to the next. What concerns single runs is in runs.ts.

import type { Budget, Experiment, Interval } from '../../core/experiment/experiment.ts'
import { optimizerOf } from '../../core/experiment/lookUp.ts'
import { runsOf } from '../../core/experiment/parts.ts'
import { suggestedRate } from '../../core/experiment/suggestedRate.ts'
import { functionById } from '../../core/functions/index.ts'
import { print } from '../../core/language/print.ts'
import { preparedOf } from '../descents/preparedOf.ts'

export type Edit = (experiment: Experiment) => Experiment

/** A catalogue entry, with the start and the learning rates that it suggests. */
export const chooseFunction =
  (id: string): Edit =>
  (experiment) => {
    const { params: _, at: __, view: ___, ...rest } = experiment
    const entry = functionById(id)
    return {
      ...rest,
      f: id,
      ...(entry && { start: entry.start }),
      runs: runsOf(experiment).map((run) => ({
        ...run,
        hyper: { ...run.hyper, lr: suggestedRate(optimizerOf(run), entry) },
      })),
    }
  }

/** The text of the function that is shown, to be changed. */
export const writtenOut: Edit = (experiment) => {
  const { params: _, ...rest } = experiment
  return { ...rest, f: expressionText(experiment) }
}

/** A typed expression. The start stays if it can; what is seen of another function says nothing about it. */
export const typeExpression =
  (f: string): Edit =>
  ({ params: _, view: __, ...experiment }) => ({ ...experiment, f })

/** The loss as text that can be typed, parameters by their values. */
export const expressionText = (experiment: Experiment): string =>
  functionById(experiment.f) ? print(preparedOf(experiment).loss.expression) : experiment.f

export const setStart =
  (start: readonly number[]): Edit =>
  (experiment) => ({ ...experiment, start })

export const setSteps =
  (steps: number): Edit =>
  (experiment) => ({ ...experiment, steps })

export const setBudget =
  (budget: Budget): Edit =>
  ({ budget: _, ...experiment }) =>
    budget === 'steps' ? experiment : { ...experiment, budget }

/** What is seen of the plane, an interval for each axis; nothing for all that matters. */
export const setView =
  (view?: readonly Interval[]): Edit =>
  ({ view: _, ...experiment }) =>
    view ? { ...experiment, view } : experiment
