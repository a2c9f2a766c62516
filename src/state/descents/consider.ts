// What becomes of a change: whether it can be shown, and what is said of what was refused.
import type { Experiment } from '../../core/experiment/experiment.ts'
import type { Prepared } from '../../core/experiment/prepare.ts'
import { typeExpression } from '../edits/experiment.ts'
import { tried } from '../lab/consider.ts'
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

type Own = Pick<Standing, 'selected' | 'rejected'>

/**
 * Considers a change. The text of a function that was refused stays with its reason until another function takes its
 * place; it is tried again with each change: perhaps another start was all that it needed. Who has taken note of the
 * reason is not told again.
 */
export function consider(
  change: (experiment: Experiment) => Experiment,
  state: Standing,
  prepare: (experiment: Experiment) => Prepared,
): Considered<Experiment, Prepared, Own> {
  const { experiment: before, selected, rejected } = state
  const accepted = (experiment: Experiment, fresh: Prepared) => ({
    taken: { experiment, prepared: withSameRuns(fresh, experiment, state) },
    problems: [],
    own: { rejected: undefined, selected: Math.min(selected, fresh.runs.length - 1) },
  })
  const wanted = tried(() => change(before))
  if (typeof wanted === 'string') return { problems: [wanted] }
  const judge = (experiment: Experiment) => tried(() => prepare(experiment))
  const isSameText = wanted.f === before.f
  const reasons: string[] = []
  if (isSameText && rejected !== undefined) {
    const again = typeExpression(rejected)(wanted)
    const judged = judge(again)
    if (typeof judged === 'object') return accepted(again, judged)
    if (state.problems.length > 0) reasons.push(judged)
  }
  const left = isSameText ? rejected : undefined
  const judged = judge(wanted)
  if (typeof judged === 'string')
    return {
      problems: [...new Set([judged, ...reasons])],
      own: { rejected: isSameText ? left : wanted.f },
    }
  const { taken, own } = accepted(wanted, judged)
  return { taken, problems: reasons, own: { ...own, rejected: left } }
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
