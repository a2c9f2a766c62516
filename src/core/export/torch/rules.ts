// A run's rule for a script: the optimizer's part by itself, since there the schedule stands beside it.

import { type Bug, mistaken } from '../../bugs/bug.ts'
import type { Run } from '../../experiment/prepare.ts'
import { momentumOf } from '../../experiment/scheduling.ts'
import { name, namesIn } from '../../language/expression.ts'
import { ruleOf } from '../../optimizers/optimizer.ts'
import { foldedChain } from '../../rules/foldedRule.ts'
import { type Line, previousOf, type Rule } from '../../rules/rule.ts'
import { ruleFrom } from '../../rules/ruleFrom.ts'
import { inSequence } from '../../rules/sequence.ts'
import type { Switched } from '../../rules/switches.ts'

/** Mistakes that the training loop makes, not the optimizer. */
export const isInLoop = ({ inClosure }: Bug): boolean => inClosure !== undefined

/** The hyper-parameter that the run's schedule cycles too. */
export const cycledBy = ({ schedule, optimizer }: Run): string | undefined =>
  schedule?.schedule?.momentum && schedule.settings['schedule.cycle_momentum']
    ? momentumOf(optimizer)
    : undefined

/** What the optimizer does in some runs one after the other. */
interface Own {
  /** Its lines in each of them, with only what is switched on, and with the mistakes that are made in them. */
  readonly rules: readonly Rule[]
  /** Every name that the lines have, whatever is switched on. */
  readonly names: readonly string[]
}

export function ownOf(runs: readonly Run[], variables: number): Own {
  const lines = runs.map((run) => ownLines(run, variables))
  const names = lines.flatMap(({ full }) => [
    ...full.lines.map((line) => line.name),
    ...full.hyper,
    ...full.slots,
  ])
  return {
    rules: foldedChain(lines).map(withoutOpen),
    names: [...new Set(names)].filter((n) => !n.startsWith(openScope)),
  }
}

const openScope = 'open.'

function ownLines(run: Run, variables: number): Switched {
  const full = run.bugs
    .filter((bug) => !isInLoop(bug))
    .reduce((rule, bug) => mistaken(rule, bug) ?? rule, ruleOf(run.optimizer, variables))
  const cycled = cycledBy(run)
  if (!cycled) return { full, settings: run.settings }
  // What is cycled may be 0 now and something else later: nothing folds away with it.
  const open = name(openScope + cycled)
  const line = { ...lineThatSets(cycled, run), name: cycled, value: open }
  return {
    full: inSequence([ruleFrom([line]), full]),
    settings: { ...run.settings, [open.name]: 0.5 },
  }
}

const lineThatSets = (cycled: string, { schedule }: Run): Line | undefined =>
  schedule?.before.flatMap(({ lines }) => lines).findLast((line) => line.name === cycled)

/** A rule without the line that stands for the schedule. */
function withoutOpen(rule: Rule): Rule {
  const isOpen = ({ value }: Line) => value.kind === 'name' && value.name.startsWith(openScope)
  return ruleFrom(
    rule.lines.filter((line) => !isOpen(line)),
    { ...rule, kept: rule.slots, varied: [...rule.varying] },
  )
}

/**
 * The schedules' lines, warm-up and momentum included.
 * @param runs one after the other, of one optimizer
 */
export const scheduleRules = (runs: readonly Run[]): Rule[] =>
  foldedChain(
    runs.map(({ schedule, settings }) => ({ full: inSequence(schedule?.before ?? []), settings })),
  )

/** Whether a rule reads a name, now or of the step before. */
export const reads = ({ lines, starts, slots }: Rule, wanted: string): boolean =>
  [...lines.map(({ value }) => value), ...starts.values()]
    .flatMap(namesIn)
    .concat(slots)
    .some((n) => n === wanted || previousOf(n) === wanted)
