// What a run decides once: options that are off, and comparisons that come out the same in every step.
import { type Application, type Expression, namesIn, nodesOf } from '../language/expression.ts'
import { compares } from '../language/operations.ts'
import { evaluate } from '../language/program.ts'
import type { Rule } from './rule.ts'

export type Settings = Readonly<Record<string, number | boolean>>

/** A rule with every option in it, and what its hyper-parameters are worth. */
export interface Switched {
  readonly full: Rule
  readonly settings: Settings
}

const isComparison = (e: Expression): e is Application =>
  e.kind === 'apply' && compares(e.operation)

/** The value of a hyper-parameter that goes into the rule as a number: 0 or a flag. */
export function valueOff(n: string, { full, settings }: Switched): number | undefined {
  const value = full.hyper.includes(n) ? settings[n] : undefined
  return Object.is(value, 0) || typeof value === 'boolean' ? Number(value) : undefined
}

/**
 * How a comparison comes out in every step; nothing if that is not known. What it compares are hyper-parameters, or one
 * quantity whose values all lie on the same side of what it is compared with.
 */
export function decision(e: Expression, { full, settings }: Switched): number | undefined {
  if (!isComparison(e)) return undefined
  const names = namesIn(e)
  const moving = names.filter((n) => !full.hyper.includes(n))
  if (names.length === 0 || moving.length > 1) return undefined
  const [n] = moving
  const at = (value: number) => (name: string) => (name === n ? value : Number(settings[name]))
  if (n === undefined) return evaluate(e, at(Number.NaN))
  const [low, high] = full.lines.findLast(({ name }) => name === n)?.within ?? []
  if (low === undefined || high === undefined || !comparesAlone(e, n)) return undefined
  const [a, b] = e.args as [Expression, Expression]
  const sides = [low, high].map((end) => Math.sign(evaluate(a, at(end)) - evaluate(b, at(end))))
  const isSure = low === high || (sides[0] !== 0 && sides[0] === sides[1])
  return isSure ? evaluate(e, at(low)) : undefined
}

/** Whether a name by itself is compared with something that does not read it. */
const comparesAlone = ({ args }: Application, n: string) =>
  args.some((arg) => arg.kind === 'name' && arg.name === n) &&
  args.some((arg) => !namesIn(arg).includes(n))

/** What the folded rule depends on: two settings with the same switches fold alike. */
export function switchesOf(switched: Switched): string {
  const values = switched.full.hyper.map((n) => valueOff(n, switched) ?? '-')
  const decisions = comparisonsIn(switched.full).map((e) => decision(e, switched) ?? '-')
  return [...values, ...decisions].join()
}

const known = new WeakMap<Rule, readonly Expression[]>()

/** Every comparison in a rule. */
export function comparisonsIn(full: Rule): readonly Expression[] {
  const roots = [...full.lines.map(({ value }) => value), ...full.starts.values()]
  const comparisons = known.get(full) ?? nodesOf(roots).filter(isComparison)
  known.set(full, comparisons)
  return comparisons
}
