import { type Company, countersOf, fold } from './fold.ts'
import { previousOf, type Rule } from './rule.ts'
import { type Switched, switchesOf } from './switches.ts'

const rules = new Map<string, Rule>()
const mostRules = 256

/** The folded rule: the same object for the same lines and switches, so that views can tell that nothing changed. */
export function folded(switched: Switched, company?: Company): Rule {
  const among = company ? `${company.kept};${company.counters}` : 'alone'
  const key = [textOf(switched.full), switchesOf(switched), among].join('|')
  const rule = rules.get(key) ?? fold(switched, company)
  if (rules.size >= mostRules) rules.clear()
  rules.set(key, rule)
  return rule
}

/**
 * The rules of a run that changes its settings on the way and goes on with the same memory: the last one is what is
 * shown, and those before it remember what is read later, even if they themselves do without.
 */
export function foldedChain(stretches: readonly Switched[]): Rule[] {
  if (stretches.length === 1) return stretches.map((only) => folded(only))
  const counting = stretches.map(countersOf)
  const chain: Rule[] = []
  for (const [i, stretch] of [...stretches.entries()].reverse()) {
    const counters = counting
      .slice(0, i + 1)
      .reduce((all, own) => all.filter((n) => own.includes(n)))
    const known = new Set([...stretch.full.slots, ...stretch.full.lines.map(({ name }) => name)])
    const isKnown = (slot: string) => known.has(slot) || known.has(previousOf(slot) ?? slot)
    const kept = (chain[0]?.slots ?? []).filter(isKnown)
    chain.unshift(folded(stretch, { kept, counters }))
  }
  return chain
}

const texts = new WeakMap<Rule, string>()

function textOf(rule: Rule): string {
  const { lines, starts, defaults, supplied } = rule
  const text =
    texts.get(rule) ??
    [
      ...lines.map(({ name, value, row }) => `${row}:${name}=${value.id}`),
      ...[...starts].map(([name, value]) => `${name}_0=${value.id}`),
      ...[...defaults].map(([name, value]) => `${name}:${value}`),
      ...supplied.map(({ name }) => name),
    ].join(';')
  texts.set(rule, text)
  return text
}
