import type { LossFunction } from '../functions/function.ts'
import { evaluate } from '../language/program.ts'
import { hyperOf, type Optimizer, ruleOf } from '../optimizers/optimizer.ts'

/** Walks through the domain, across where it is narrowest, in some fifty steps: for rules whose step does not depend on the slope. */
const shareOfDomain = 0.02

/**
 * The learning rate that the page writes when a person chooses this function or this optimizer: the catalogue's for
 * rules that step in proportion to the slope, a share of the domain for those that do not, else PyTorch's default.
 */
export function suggestedRate(optimizer: Optimizer, entry: LossFunction | undefined): number {
  const lr = hyperOf(optimizer).get('lr')
  const fallback = Number(lr?.value)
  if (!entry || !lr?.kind.suggested) return fallback
  if (isProportional(optimizer)) return entry.rate
  const width = Math.min(...entry.domain.map(([from, to]) => to - from))
  return Number((width * shareOfDomain).toPrecision(1))
}

/** Whether twice the slope makes twice the first step. */
const isProportional = (optimizer: Optimizer) =>
  Math.abs(firstStep(optimizer, 2) / firstStep(optimizer, 1) - 2) < 0.1

/** Where the first step leads from 0 with a slope, by the rule with its defaults. */
function firstStep(optimizer: Optimizer, slope: number): number {
  const rule = ruleOf(optimizer)
  const values = new Map<string, number>([
    ...[...hyperOf(optimizer)].map(([name, { value }]) => [name, Number(value)] as const),
    ['t', 1],
    ['x', 0],
    ['g', slope],
    ['f', 0],
  ])
  const lookUp = (name: string) => values.get(name) ?? 0
  for (const [slot, start] of rule.starts) values.set(slot, evaluate(start, lookUp))
  for (const { name, value } of rule.lines) values.set(name, evaluate(value, lookUp))
  return lookUp('x')
}
