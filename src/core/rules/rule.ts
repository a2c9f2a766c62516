// core/rules/: update rules: lines, memory, folding, sequence, roles; they know nothing of runs.
//
// A rule is lines `name = expression`, done in order for every coordinate. Nothing is declared:
//   t  the step, from 1    x  the point    g  the gradient at x    f  the loss at x    lr  this step's learning rate
// and what a method supplies (optimizers/method.ts).
// A name read before any line assigns it is memory (a slot): it keeps its value from step to step, 0 at first or what
// a line `name_0 = …` says. A name that no line assigns is a hyper-parameter. prev(n) is n of the step before.

import type { Expression } from '../language/expression.ts'

export interface Line {
  readonly name: string
  readonly value: Expression
  /** The line belongs to the schedule before the rule. */
  readonly part?: 'schedule'
  /** Between which numbers its value stays in every step, where that is known. */
  readonly within?: readonly [number, number]
  /** Where it stands in the text, from 1. */
  readonly row?: number
}

export interface Rule {
  readonly lines: readonly Line[]
  /** What slots start from, where that is not 0. */
  readonly starts: ReadonlyMap<string, Expression>
  /** What is kept from step to step, `prev(…)` included. */
  readonly slots: readonly string[]
  readonly hyper: readonly string[]
  /** Hyper-parameters that the text itself gives a value: `beta = 0.9`. */
  readonly defaults: ReadonlyMap<string, number>
  /** What differs from coordinate to coordinate. */
  readonly varying: ReadonlySet<string>
  /** What differs from step to step. */
  readonly timed: ReadonlySet<string>
  /** What is given by a method. */
  readonly supplied: readonly Supplied[]
}

/** A quantity that a rule reads and does not compute. */
export interface Supplied {
  readonly name: string
  /** How it is got, in LaTeX. */
  readonly latex: string
  /** One number for the whole point, not one for each coordinate. */
  readonly shared?: true
  /** It counts. */
  readonly whole?: true
  /** A point, not a way to go. */
  readonly place?: true
  /** The same in every step. */
  readonly fixed?: true
  /** The line of the rule that it is made of, for all parameters of a matrix together. */
  readonly of?: string
  /** How, line by line: each is what stands left and right of its sign, in LaTeX. */
  readonly way?: readonly (readonly [left: string, right: string])[]
}

export const given: readonly string[] = ['t', 'x', 'g', 'f', 'lr']

/** n for `prev(n)`. */
export const previousOf = (name: string): string | undefined => /^prev\(([\w.]+)\)$/.exec(name)?.[1]

/** Where a slot starts, if the rule says so: n of the step before the first is where n starts. */
export const startOf = (slot: string, { starts }: Pick<Rule, 'starts'>): Expression | undefined =>
  starts.get(previousOf(slot) ?? slot)

/** Whether a line of a schedule sets a hyper-parameter of the rule after it. */
export const setsForRule = ({ name, part }: Line): boolean =>
  part === 'schedule' && !name.includes('.')

/** The steps already done: in schedules, which count from 0. */
export const isCount = (name: string): boolean => name.endsWith('.k')
