// What the rule of a run does to one parameter in one step: every line with its number, from what is seen of the network
// as the step begins and what the optimizer remembers of the parameter.
import type { Expression } from '../../language/expression.ts'
import { evaluate } from '../../language/program.ts'
import type { Rule } from '../../rules/rule.ts'
import { type Source, sourceOf } from '../../rules/source.ts'
import { withSquaresLast } from '../../rules/squaresLast.ts'
import type { Settings } from '../../rules/switches.ts'

export interface Ruled {
  readonly rule: Rule
  readonly settings: Settings
}

/** By what a network is trained, as far as single parameters are concerned. */
interface Trained<R extends Ruled> {
  /** By what biases are trained, where the optimizer moves weight matrices alone. */
  readonly rest?: R
  /** What becomes of it after so many batches. */
  readonly later?: readonly { readonly at: number; readonly run: R & Trained<R> }[]
}

/** What a parameter is moved by in the step after so many batches. */
export function ruledAt<R extends Ruled>(run: R & Trained<R>, step: number, isBias: boolean): R {
  const leg = run.later?.findLast(({ at }) => at <= step)?.run ?? run
  return (isBias ? leg.rest : undefined) ?? leg
}

/** A parameter as its step begins. */
export interface Beginning {
  /** The batches that are done. */
  readonly step: number
  readonly value: number
  /** The slope of the batch's loss by it. */
  readonly slope: number
  /** Of the batch. */
  readonly loss: number
  /** By the names of slots, and of what the matrix gives. */
  readonly slots: Readonly<Record<string, number>>
}

export interface WeightStep {
  /** The number that a source means; NaN where nobody knows it. */
  readonly of: (source: Source) => number
  readonly held: (condition: {
    readonly expression: Expression
    readonly source: (name: string) => Source
  }) => boolean
  /** What the parameter is after the step. */
  readonly next: number
}

/** Computes the lines in order, as the training does, in double precision. */
export function weightStep({ rule, settings }: Ruled, beginning: Beginning): WeightStep {
  const lines: number[] = []
  const of = (source: Source): number => {
    if (source.of === 'hyper') return Number(settings[source.name])
    if (source.of === 'count') return beginning.step
    const { slots } = beginning
    if (source.of === 'supplied')
      return slots[rule.supplied[source.index]?.name ?? ''] ?? Number.NaN
    if (source.of === 'line')
      return (source.back ? slots[source.slot ?? ''] : lines[source.line]) ?? Number.NaN
    if (source.back) return slots[`prev(${source.of})`] ?? Number.NaN
    const { step, value, slope, loss } = beginning
    return { t: step + 1, x: value, g: slope, f: loss, lr: Number(settings.lr) }[source.of]
  }
  for (const [j, line] of rule.lines.entries())
    lines.push(evaluate(withSquaresLast(line.value), (name) => of(sourceOf(name, rule, j))))
  return {
    of,
    held: ({ expression, source }) => evaluate(expression, (name) => of(source(name))) !== 0,
    next: lines[rule.lines.findLastIndex(({ name }) => name === 'x')] ?? Number.NaN,
  }
}
