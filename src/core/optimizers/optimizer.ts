// What an optimizer is: data. Memory, quantities, symbols, sliders, formula and step all follow from the text of its rule.
import { parseRule, type Rule } from '../language/rule.ts'

export type HyperValue = number | boolean

/** A hyper-parameter: PyTorch's default, what PyTorch accepts, and the range a slider offers. */
export interface Hyper {
  readonly kind: Kind
  readonly value: HyperValue
  /** How the name is written in formulas, where that is not its usual symbol. */
  readonly symbol?: string
}

/** A tuple of PyTorch's (betas) is a group of named parts, in PyTorch's order. */
export type HyperGroup = Readonly<Record<string, Hyper>>

export interface Optimizer {
  readonly id: string
  readonly name: string
  /** The class in torch.optim, if it is there. */
  readonly torch?: string
  readonly source: string
  readonly hyper: Readonly<Record<string, Hyper | HyperGroup>>
  readonly rule: string
  /** What PyTorch refuses beyond ranges: a sentence, or nothing. */
  readonly refuses?: (hyper: Readonly<Record<string, HyperValue>>) => string | undefined
}

export interface Kind {
  readonly scale: 'linear' | 'logarithmic' | 'flag'
  /** The slider's range. */
  readonly range: readonly [number, number]
  /** What PyTorch accepts: at least this … */
  readonly least: number
  /** … at most this … */
  readonly most?: number
  /** … and below this. */
  readonly below?: number
  /** A learning rate in units of x, for which a function may suggest a value. */
  readonly suggested?: true
}

const kinds = {
  rate: { scale: 'logarithmic', range: [1e-5, 10], least: 0, suggested: true },
  multiplier: { scale: 'logarithmic', range: [1e-2, 100], least: 0 },
  size: { scale: 'logarithmic', range: [1e-8, 100], least: 0 },
  decay: { scale: 'linear', range: [0, 0.999], least: 0, below: 1 },
  average: { scale: 'linear', range: [0, 0.999], least: 0 },
  share: { scale: 'linear', range: [0, 0.999], least: 0, most: 1 },
  epsilon: { scale: 'logarithmic', range: [1e-12, 1], least: 0 },
  penalty: { scale: 'linear', range: [0, 1], least: 0 },
  factor: { scale: 'linear', range: [0, 2], least: 0 },
  free: { scale: 'linear', range: [0, 1], least: -Infinity },
  count: { scale: 'logarithmic', range: [1, 1e6], least: -Infinity },
  flag: { scale: 'flag', range: [0, 1], least: 0 },
} as const satisfies Record<string, Kind>

const hyper =
  (kind: Kind) =>
  (value: HyperValue, symbol?: string): Hyper => ({ kind, value, ...(symbol && { symbol }) })

/** A learning rate. */
export const rate = hyper(kinds.rate)
/** A learning rate without unit (Adadelta's). */
export const multiplier = hyper(kinds.multiplier)
/** A step size bound. */
export const size = hyper(kinds.size)
/** The weight of the past in a running average, below 1. */
export const decay = hyper(kinds.decay)
/** The same where PyTorch asks only that it is not negative. */
export const average = hyper(kinds.average)
/** The same where PyTorch allows 1. */
export const share = hyper(kinds.share)
/** What keeps a denominator from 0. */
export const epsilon = hyper(kinds.epsilon)
/** Weight decay. */
export const penalty = hyper(kinds.penalty)
export const factor = hyper(kinds.factor)
/** A number that PyTorch does not restrict. */
export const free = hyper(kinds.free)
export const count = hyper(kinds.count)
/** An option that is on or off. */
export const flag = hyper(kinds.flag)

export const optimizer = (data: Optimizer): Optimizer => data

export const isGroup = (entry: Hyper | HyperGroup): entry is HyperGroup => !('kind' in entry)

/** Every single hyper-parameter by the name that the rule uses. */
export function hyperOf({ hyper }: Optimizer): Map<string, Hyper> {
  return new Map(
    Object.entries(hyper).flatMap(([key, entry]) =>
      isGroup(entry) ? Object.entries(entry) : [[key, entry] as const],
    ),
  )
}

const rules = new WeakMap<Optimizer, Rule>()

/** The rule with every option in it, read once. */
export function ruleOf(optimizer: Optimizer): Rule {
  const rule = rules.get(optimizer) ?? parseRule(optimizer.rule)
  rules.set(optimizer, rule)
  return rule
}
