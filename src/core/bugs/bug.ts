// Mistakes that people make in their training code, offered on purpose: each changes a rule, or what its closure answers.
import type { Line, Rule } from '../rules/rule.ts'
import { ruleFrom } from '../rules/ruleFrom.ts'

export interface Bug {
  readonly id: string
  readonly name: string
  /** In a few words, as part of a sentence: what is wrong. */
  readonly wrong: string
  /** Likewise: what comes of it. It holds of every rule that has a place for it, with every value. */
  readonly harm: string
  /** One sentence: what goes wrong, and why. */
  readonly lesson: string
  /** With what the right code does its work, where that is more than leaving the mistake out. */
  readonly served?: { readonly hyper: Readonly<Record<string, string>>; readonly words: string }
  /** The lines of a rule with the mistake in them; the same where the rule has no place for it. */
  readonly inRule?: (rule: Rule) => readonly Line[]
  /** What the mistake makes of the gradients that a closure computes. */
  readonly inClosure?: 'stale' | 'accumulated'
}

export const bug = (data: Bug): Bug => data

/** A rule with a mistake; nothing if the rule has no place for it. */
export function mistaken(rule: Rule, { inRule }: Bug): Rule | undefined {
  const lines = inRule?.(rule) ?? rule.lines
  const same =
    lines.length === rule.lines.length && lines.every((l, i) => l.value === rule.lines[i]?.value)
  return same ? undefined : ruleFrom(lines, rule)
}

/** Every line with its right side rewritten. */
export const linesWith = (
  { lines }: Rule,
  change: (value: Line['value'], line: Line) => Line['value'],
): Line[] => lines.map((line) => ({ ...line, value: change(line.value, line) }))
