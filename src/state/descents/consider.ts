// What becomes of a change to an experiment with descents.
import type { Experiment } from '../../core/experiment/experiment.ts'
import type { Prepared } from '../../core/experiment/prepare.ts'
import { typeExpression } from '../edits/experiment.ts'
import { considerText } from '../lab/considerText.ts'
import type { Considered } from '../lab/kind.ts'

/** What a change starts from. */
interface Standing {
  readonly experiment: Experiment
  readonly prepared: Prepared
  readonly selected: number
  readonly rejected: string | undefined
  /** What is said at present. */
  readonly problems: readonly unknown[]
}

/** Considers a change; the run that is selected stays one that there is. */
export function consider(
  change: (experiment: Experiment) => Experiment,
  state: Standing,
  prepare: (experiment: Experiment) => Prepared,
): Considered<Experiment, Prepared, Pick<Standing, 'selected' | 'rejected'>> {
  const considered = considerText(change, state, {
    prepare: (experiment) => withSameRuns(prepare(experiment), experiment, state),
    retype: typeExpression,
  })
  if (!considered.taken) return considered
  const selected = Math.min(state.selected, considered.taken.prepared.runs.length - 1)
  return { ...considered, own: { ...considered.own, selected } }
}

/** Where nothing is said about the runs, they are the same objects as before: so nothing that shows them is made anew. */
const withSameRuns = (
  fresh: Prepared,
  experiment: Experiment,
  { experiment: before, prepared }: Pick<Standing, 'experiment' | 'prepared'>,
): Prepared => {
  const isSame =
    experiment.runs === before.runs &&
    fresh.steps === prepared.steps &&
    fresh.loss.variables.length === prepared.loss.variables.length
  return isSame ? { ...fresh, runs: prepared.runs } : fresh
}
