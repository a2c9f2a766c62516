// What becomes of a change: whether it can be shown, and what is said of what was refused.
import { type Experiment, ExperimentError } from '../core/runs/experiment.ts'
import { type Prepared, prepare } from '../core/runs/prepare.ts'
import { typeExpression } from './edits.ts'
import type { Check } from './mend.ts'

export interface Considered {
  /** The changed experiment, if it is taken. */
  readonly taken?: { readonly experiment: Experiment; readonly prepared: Prepared }
  readonly problems: readonly string[]
  readonly rejected: string | undefined
}

/**
 * Considers a change. The text of a function that was refused stays with its reason until another function takes its
 * place; it is tried again with each change: perhaps another start was all that it needed.
 */
export function consider(
  change: (experiment: Experiment) => Experiment,
  { experiment: before, rejected }: { experiment: Experiment; rejected: string | undefined },
  check: Check,
): Considered {
  const wanted = change(before)
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

const accepted = (experiment: Experiment, prepared: Prepared) => ({
  taken: { experiment, prepared },
  problems: [],
  rejected: undefined,
})

/** What an experiment looks up, or why it cannot be shown. */
function judge(experiment: Experiment, check: Check): Prepared | string {
  try {
    check(experiment)
    return prepare(experiment)
  } catch (error) {
    if (error instanceof ExperimentError) return error.message
    throw error
  }
}
