import { fold, type Settings, switchesOf } from './fold.ts'
import type { Rule } from './rule.ts'

const rules = new Map<string, Rule>()
const mostRules = 256

/** The folded rule: the same object for the same lines and switches, so that views can tell that nothing changed. */
export function folded(full: Rule, settings: Settings): Rule {
  const key = `${textOf(full)}|${switchesOf(full, settings)}`
  const rule = rules.get(key) ?? fold(full, settings)
  if (rules.size >= mostRules) rules.clear()
  rules.set(key, rule)
  return rule
}

const textOf = ({ lines, starts, defaults, supplied }: Rule): string =>
  [
    ...lines.map(({ name, value, row }) => `${row}:${name}=${value.id}`),
    ...[...starts].map(([name, value]) => `${name}_0=${value.id}`),
    ...[...defaults].map(([name, value]) => `${name}:${value}`),
    ...supplied.map(({ name }) => name),
  ].join(';')
