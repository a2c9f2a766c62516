// A run's rule for a script: the optimizer's part by itself, since there the schedule stands beside it.

import { type Bug, mistaken } from '../../bugs/bug.ts'
import type { Run } from '../../experiment/prepare.ts'
import { momentumOf } from '../../experiment/scheduling.ts'
import { name, namesIn } from '../../language/expression.ts'
import { ruleOf } from '../../optimizers/optimizer.ts'
import { fold } from '../../rules/fold.ts'
import { previousOf, type Rule, ruleFrom } from '../../rules/rule.ts'
import { inSequence } from '../../rules/sequence.ts'

/** Mistakes that the training loop makes, not the optimizer. */
export const isInLoop = ({ inClosure }: Bug): boolean => inClosure !== undefined

/** The hyper-parameter that the run's schedule cycles too. */
export const cycledBy = ({ schedule, optimizer }: Run): string | undefined =>
  schedule?.schedule?.momentum && schedule.settings['schedule.cycle_momentum']
    ? momentumOf(optimizer)
    : undefined

/** The optimizer's lines with only what is switched on, and with the mistakes that are made in them. */
export function ownRule(run: Run, variables: number): Rule {
  const full = run.bugs
    .filter((bug) => !isInLoop(bug))
    .reduce((rule, bug) => mistaken(rule, bug) ?? rule, ruleOf(run.optimizer, variables))
  const cycled = cycledBy(run)
  if (!cycled) return fold(full, run.settings)
  // What is cycled may be 0 now and something else later: nothing folds away with it.
  const open = name(`open.${cycled}`)
  const { lines, starts, defaults, supplied } = fold(
    inSequence([ruleFrom([{ name: cycled, value: open }]), full]),
    { ...run.settings, [open.name]: 0.5 },
  )
  const rest = lines.filter((line) => line.value !== open)
  return ruleFrom(rest, starts, defaults, supplied)
}

/** The schedule's lines, warm-up and momentum included. */
export function scheduleRule({ schedule, settings }: Run): Rule {
  return fold(inSequence(schedule?.before ?? []), settings)
}

/** Whether a rule reads a name, now or of the step before. */
export const reads = ({ lines, starts }: Rule, wanted: string): boolean =>
  [...lines.map(({ value }) => value), ...starts.values()].some((value) =>
    namesIn(value).some((n) => n === wanted || previousOf(n) === wanted),
  )
