// What controls do to a written rule.

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

/** Another text for a written rule. Hyper-parameters that it still has keep their values. */
export const setRule = (index: number, rule: string): Edit =>
  changeRun(index, ({ hyper = {}, ...run }) => {
    const { hyper: known } = optimizerOf({ ...run, rule })
    const kept = Object.entries(hyper).filter(([name]) => Object.hasOwn(known, name))
    return { ...run, rule, hyper: Object.fromEntries(kept) }
  })

/** The rule that runs, mistakes included, as text of one's own with the same hyper-parameters. */
export const editCopy =
  (index: number): Edit =>
  (experiment) =>
    changeRun(index, ({ bugs: _, ...run }) => {
      const { rule, settings } = preparedOf(experiment).runs[index] as Run
      const { text, names } = textOf(rule)
      return {
        ...run,
        optimizer: customId,
        rule: text,
        hyper: Object.fromEntries(
          ['lr', ...names].map((name) => [name, Number(settings[name])] as const),
        ),
      }
    })(experiment)

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
