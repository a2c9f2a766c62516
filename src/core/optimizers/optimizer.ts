// What an optimizer is: data. Memory, quantities, symbols, sliders, formula and step all follow from the text of its rule.
import { type Entries, type Hyper, singles } from '../hyper.ts'
import { parseRule } from '../rules/parseRule.ts'
import type { Rule } from '../rules/rule.ts'
import type { Settings } from '../rules/switches.ts'
import type { Method } from './methods/method.ts'

export interface Optimizer {
  readonly id: string
  readonly name: string
  /** The class in torch.optim, if it is there. */
  readonly torch?: string
  readonly source: string
  readonly hyper: Entries
  /** In the language; what is right for any number of variables, or the text for so many. */
  readonly rule: string | ((variables: number) => string)
  /** Computes what a rule of single coordinates cannot, and gives it to the rule by name. */
  readonly method?: Method
  /** What PyTorch refuses beyond ranges: a sentence, or nothing. */
  readonly refuses?: (settings: Settings) => string | undefined
}

export const optimizer = (data: Optimizer): Optimizer => data

/** Every single hyper-parameter by the name that the rule uses. */
export const hyperOf = ({ hyper }: Pick<Optimizer, 'hyper'>): Map<string, Hyper> => singles(hyper)

const rules = new WeakMap<Optimizer, Map<string, Rule>>()

/** The rule with every option in it, read once. */
export function ruleOf(optimizer: Optimizer, variables = 1): Rule {
  const text = typeof optimizer.rule === 'string' ? optimizer.rule : optimizer.rule(variables)
  const known = rules.get(optimizer) ?? new Map<string, Rule>()
  rules.set(optimizer, known)
  const rule = known.get(text) ?? parseRule(text, optimizer.method?.supplies(variables))
  known.set(text, rule)
  return rule
}
