// The lines of a rule in Python: what it remembers, what it does, what it remembers next.

import { number } from '../../language/expression.ts'
import { previousOf, type Rule, startOf } from '../../rules/rule.ts'
import { withSquaresLast } from '../../rules/squaresLast.ts'
import { python, tensor, type Words } from './python.ts'

interface Body {
  /** Everything that the rule reads from step to step: `m = state.get('m', …)`. */
  readonly memory: readonly string[]
  readonly lines: readonly string[]
  /** What the next step finds: `m=m`. */
  readonly next: readonly string[]
}

/**
 * A rule's lines in Python.
 * @param zero what memory begins with where the rule says nothing
 */
export function bodyOf(rule: Rule, words: Words, zero: string): Body {
  const key = (slot: string) => words.name(slot)
  const start = (slot: string) => {
    const written = startOf(slot, rule)
    if (written) return tensor(written, words)
    return previousOf(slot) === 'x' ? 'x' : zero
  }
  const now = (slot: string) => {
    const of = previousOf(slot)
    return of === 'x' ? 'here' : words.name(of ?? slot)
  }
  return {
    memory: rule.slots.map((slot) => `${key(slot)} = state.get('${key(slot)}', ${start(slot)})`),
    lines: rule.lines.map(
      ({ name, value }) =>
        `${words.name(name)} = ${value === number(0) ? 'torch.tensor(0.0)' : tensorUnlessRead(value, words)}`,
    ),
    next: rule.slots.map((slot) => `${key(slot)}=${now(slot)}`),
  }
}

const tensorUnlessRead = (value: Rule['lines'][number]['value'], words: Words) =>
  value.kind === 'name' ? python(value, words) : tensor(withSquaresLast(value), words)
