// What the symbols and numbers of a typeset rule say of themselves.
import { rolesOf } from '../../core/rules/roles.ts'
import type { Rule } from '../../core/rules/rule.ts'
import type { Source } from '../../core/rules/source.ts'

/** Each symbol marked with its name and its meaning. */
export function marking(rule: Rule) {
  const roles = rolesOf(rule)
  return (name: string, text: string) => {
    const role = roles.get(name)
    return `\\htmlData{name=${name}${role ? `,role=${role}` : ''}}{${text}}`
  }
}

/** The name of the quantity that a number is of. */
export function nameOfSource(source: Source, rule: Rule): string {
  if (source.of === 'hyper') return source.name
  if (source.of === 'supplied') return rule.supplied[source.index]?.name ?? ''
  return source.of === 'line' ? (rule.lines[source.line]?.name ?? '') : source.of
}
