// What becomes of a change: whether it can be shown, and what is said of what was refused.
import type { Experiment } from '../../core/experiment/experiment.ts'
import { type Prepared, prepare } from '../../core/experiment/prepare.ts'
import { ExperimentError } from '../../core/experimentError.ts'
import { typeExpression } from '../edits/experiment.ts'
import type { Check } from './mend.ts'

export interface Considered {
  /** The changed experiment, if it is taken. */
  readonly taken?: { readonly experiment: Experiment; readonly prepared: Prepared }
  readonly problems: readonly string[]
  readonly rejected: string | undefined
}

/** What a change starts from. */
interface Standing {
  readonly experiment: Experiment
  readonly prepared: Prepared
  readonly rejected: string | undefined
}

/**
 * Considers a change. The text of a function that was refused stays with its reason until another function takes its
 * place; it is tried again with each change: perhaps another start was all that it needed.
 */
export function consider(
  change: (experiment: Experiment) => Experiment,
  { experiment: before, prepared, rejected }: Standing,
  check: Check,
): Considered {
  const accepted = (experiment: Experiment, fresh: Prepared): Considered => ({
    taken: {
      experiment,
      prepared: withSameRuns(fresh, experiment, { experiment: before, prepared }),
    },
    problems: [],
    rejected: undefined,
  })
  const wanted = tried(() => change(before))
  if (typeof wanted === 'string') return { problems: [wanted], rejected }
  const isSameText = wanted.f === before.f
  const reasons: string[] = []
  if (isSameText && rejected !== undefined) {
    const again = typeExpression(rejected)(wanted)
    const judged = judge(again, check)
    if (typeof judged === 'object') return accepted(again, judged)
    reasons.push(judged)
  }
  const left = isSameText ? rejected : undefined
  const judged = judge(wanted, check)
  if (typeof judged === 'object')
    return { ...accepted(wanted, judged), problems: reasons, rejected: left }
  return { problems: [...new Set([judged, ...reasons])], rejected: isSameText ? left : wanted.f }
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

/** What an experiment looks up, or why it cannot be shown. */
const judge = (experiment: Experiment, check: Check): Prepared | string =>
  tried(() => {
    check(experiment)
    return prepare(experiment)
  })

/** What comes of it, or the sentence that says why nothing can. */
function tried<T>(act: () => T): T | string {
  try {
    return act()
  } catch (error) {
    if (error instanceof ExperimentError) return error.message
    throw error
  }
}
