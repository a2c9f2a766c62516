// core/optimizers/methods/: optimizers that need more than single coordinates: L-BFGS, Newton, line searches.
//
// Rules that need the whole point, or the function itself: they compute some quantities, which the rule then reads by name.

import type { Supplied } from '../../rules/rule.ts'
import type { Settings } from '../../rules/switches.ts'

/** The function at a point. */
export interface Evaluation {
  readonly f: number
  readonly g: Float64Array
}

/** The function as a method may ask it. Every call of `here`, `at` and `value` counts as one evaluation. */
export interface Problem {
  /** Where this step begins. */
  readonly x: Float64Array
  /** The function with its gradient where this step begins. */
  readonly here: () => Evaluation
  /** The function with its gradient elsewhere; recorded as an inner evaluation. */
  readonly at: (x: Float64Array) => Evaluation
  /** The function alone elsewhere; recorded likewise. */
  readonly value: (x: Float64Array) => number
  /** Second derivatives where this step begins, row by row. Not counted. */
  readonly hessian: () => Float64Array
}

/** What a method gives to the rule in one step: a number, or one for each coordinate. */
type Given = Readonly<Record<string, number | Float64Array>>

export interface Method {
  /** What it gives to the rule. */
  readonly supplies: (variables: number) => readonly Supplied[]
  /** What a step takes at most: how often it asks the function, and operations beside that. */
  readonly takes: (
    settings: Settings,
    variables: number,
  ) => { readonly evaluations: number; readonly operations: number }
  /** Begins a run, without memory; called again for a run that goes on after a change of settings only if it is another method's. */
  readonly begin: () => (problem: Problem, settings: Settings) => Given
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/** x + t·d */
export function along(x: Float64Array, t: number, d: Float64Array): Float64Array {
  const point = new Float64Array(x.length)
  for (let i = 0; i < x.length; i++) point[i] = (x[i] as number) + t * (d[i] as number)
  return point
}

/** The largest size of a coordinate; NaN if one is NaN. */
export const largest = (a: Float64Array): number =>
  a.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
