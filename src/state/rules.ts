// What controls do to a written rule.
import { print } from '../core/language/print.ts'
import { previousOf } from '../core/language/rule.ts'
import { customId } from '../core/optimizers/custom.ts'
import { optimizerOf } from '../core/runs/lookUp.ts'
import { prepare, type Run } from '../core/runs/prepare.ts'
import { type Edit, runsOf } from './edits.ts'
import { changeRun } from './runs.ts'

/** Another text for a written rule. Hyper-parameters that it still has keep their values. */
export const setRule = (index: number, rule: string): Edit =>
  changeRun(index, ({ hyper = {}, ...run }) => {
    const { hyper: known } = optimizerOf({ ...run, rule })
    const kept = Object.entries(hyper).filter(([name]) => Object.hasOwn(known, name))
    return { ...run, rule, hyper: Object.fromEntries(kept) }
  })

/** The rule that runs, as text of one's own, with the same hyper-parameters. */
export const editCopy =
  (index: number): Edit =>
  (experiment) =>
    changeRun(index, ({ bugs: _, ...run }) => {
      const { rule, settings } = prepare({
        ...experiment,
        runs: runsOf(experiment).map(({ bugs: __, ...other }) => other),
      }).runs[index] as Run
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
  const isOwn = (name: string) => !name.includes('.') && previousOf(name) === undefined
  const written = [
    ...[...starts]
      .filter(([name]) => isOwn(name))
      .map(([name, value]) => `${name}_0 = ${print(value)}`),
    ...own.map(({ name, value }) => `${name} = ${print(value)}`),
  ]
  return { text: written.join('\n'), names: hyper.filter(isOwn) }
}
