// What controls do to a written rule.

import type { RunSpec } from '../../core/experiment/experiment.ts'
import { optimizerOf } from '../../core/experiment/lookUp.ts'
import type { Run } from '../../core/experiment/prepare.ts'
import { apply, type Expression, name } from '../../core/language/expression.ts'
import { print } from '../../core/language/print.ts'
import { substitute } from '../../core/language/simplify.ts'
import { customId } from '../../core/optimizers/written/custom.ts'
import { previousOf } from '../../core/rules/rule.ts'
import { bareName } from '../../core/rules/sequence.ts'
import { preparedOf } from '../descents/preparedOf.ts'
import type { Edit } from './experiment.ts'
import { changeRun } from './runs.ts'

/** A run with another text for its written rule. Hyper-parameters that it still has keep their values. */
export function withRule({ hyper = {}, ...run }: RunSpec, rule: string): RunSpec {
  const { hyper: known } = optimizerOf({ ...run, rule })
  const kept = Object.entries(hyper).filter(([name]) => Object.hasOwn(known, name))
  return { ...run, rule, hyper: Object.fromEntries(kept) }
}

/** Another text for a written rule. */
export const setRule = (index: number, rule: string): Edit =>
  changeRun(index, (run) => withRule(run, rule))

/** A run with the rule that it follows, mistakes included, as text of one's own with the same hyper-parameters. */
export function copied(
  { bugs: _, ...run }: RunSpec,
  { rule, settings }: Pick<Run, 'rule' | 'settings'>,
): RunSpec {
  const { text, names } = textOf(rule)
  const hyper = ['lr', ...names].map((name) => [name, Number(settings[name])] as const)
  return { ...run, optimizer: customId, rule: text, hyper: Object.fromEntries(hyper) }
}

/** The rule that runs as text of one's own. */
export const editCopy =
  (index: number): Edit =>
  (experiment) =>
    changeRun(index, (run) => copied(run, preparedOf(experiment).runs[index] as Run))(experiment)

/** The lines of a rule without its schedule, as they would be typed. */
function textOf({ lines, starts, hyper }: Run['rule']): { text: string; names: string[] } {
  const own = lines.filter(({ part }) => part === undefined)
  const ownNames = own.map((line) => line.name)
  const isTyped = (n: string) => !n.includes('.') && previousOf(n) === undefined
  const written = [
    ...[...starts]
      .filter(([slot]) => ownNames.includes(slot))
      .map(([slot, value]) => `${bareName(slot)}_0 = ${print(typed(value))}`),
    ...own.map((line) => `${bareName(line.name)} = ${print(typed(line.value))}`),
  ]
  return { text: written.join('\n'), names: hyper.filter(isTyped) }
}

/** With names that can be typed: a mistake's own begin with a scope. */
const typed = (value: Expression): Expression =>
  substitute(value, (n) => (n.includes('.') ? name(bareName(n)) : undefined), apply)
