// Rules one after the other in each step: a schedule before the optimizer's. Their names never meet.
import { apply, type Expression, name } from '../language/expression.ts'
import { constants } from '../language/operations/names.ts'
import { rewrite } from '../language/simplify.ts'
import { given, type Line, previousOf, type Rule } from './rule.ts'
import { ruleFrom } from './ruleFrom.ts'

/** What stands before the dot of a name that nobody can type. */
const scopeOf = /^(\w+)\./

/** A name as its own rule knows it. */
export const bareName = (name: string): string => name.replace(scopeOf, '')

/**
 * A rule whose names begin with a scope: `schedule.gamma`.
 * @param open names of the rule that comes after, which this one sets
 */
export function scoped(rule: Rule, scope: string, open: readonly string[]): Rule {
  const keeps = (n: string) => given.includes(n) || constants.has(n) || open.includes(n)
  const own = (n: string): string => {
    const previous = previousOf(n)
    if (previous) return `prev(${own(previous)})`
    return keeps(n) ? n : `${scope}.${n}`
  }
  const renamed = (e: Expression) =>
    rewrite([e], (part) => (part.kind === 'name' ? name(own(part.name)) : undefined), apply)(e)
  return ruleFrom(
    rule.lines.map(
      (line): Line => ({
        name: own(line.name),
        value: renamed(line.value),
        part: 'schedule',
      }),
    ),
    {
      starts: new Map([...rule.starts].map(([slot, value]) => [own(slot), renamed(value)])),
      defaults: new Map([...rule.defaults].map(([n, value]) => [own(n), value])),
    },
  )
}

/** Rules one after the other as one. */
export function inSequence(rules: readonly Rule[]): Rule {
  const all = <T>(of: (rule: Rule) => Iterable<T>) => rules.flatMap((rule) => [...of(rule)])
  return ruleFrom(
    all(({ lines }) => lines),
    {
      starts: new Map(all(({ starts }) => starts)),
      defaults: new Map(all(({ defaults }) => defaults)),
      supplied: all(({ supplied }) => supplied),
    },
  )
}
