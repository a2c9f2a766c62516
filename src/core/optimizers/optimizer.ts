// What an optimizer is: data. Memory, quantities, symbols, sliders, formula and step all follow from the text of its rule.
import { type Entries, type Hyper, singles } from '../hyper.ts'
import { parseRule } from '../rules/parseRule.ts'
import type { Rule, Supplied } from '../rules/rule.ts'
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
  /** What it does with whole weight matrices, which only networks have. */
  readonly matrices?: OfMatrices
  /** What PyTorch refuses beyond ranges: a sentence, or nothing. */
  readonly refuses?: (settings: Settings) => string | undefined
}

/** A rule for the parameters of weight matrices alone, which reads what a matrix as a whole gives to it. */
interface OfMatrices {
  /** By name: `rows` and `columns`, and of what line `of` the nearest orthogonal matrix is given. */
  readonly supplies: readonly Supplied[]
  /** By what all other parameters are trained, with the same learning rate and schedule, else with its defaults. */
  readonly rest: Optimizer
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
  const rule = known.get(text) ?? parseRule(text, suppliedTo(optimizer, variables))
  known.set(text, rule)
  return rule
}

const suppliedTo = ({ method, matrices }: Optimizer, variables: number) =>
  method?.supplies(variables) ?? matrices?.supplies
