// Can a gradient be trusted? Difference quotients beside the exact derivative, over widths h from 1 down to nothing: with
// a large h the curve bends away from the secant (truncation), with a small one the digits of f run out (rounding).
// Source: Press et al. 2007, Numerical Recipes, 5.7; Goodfellow et al. 2016, Deep Learning, 11.5.
import { leastAt } from '../agreement.ts'
import { type Graph, inputPlace } from './graph.ts'
import { backward, forward, type Point } from './passes.ts'

/** How numbers are kept: what the next larger number than 1 is away from it, and how one is rounded. */
export const precisions = {
  float64: { epsilon: Number.EPSILON, rounding: (value: number) => value },
  float32: { epsilon: 2 ** -23, rounding: Math.fround },
} as const
export type Precision = keyof typeof precisions

interface Quotient {
  /** By which power of h the truncation shrinks. */
  readonly order: number
  /** Which places it evaluates, in units of h beside x. */
  readonly from: number
  readonly to: number
  /** How often f is evaluated for a gradient by so many variables. */
  evaluations(variables: number): number
  /** The width at which truncation and rounding are as large, for a function whose values and slopes are about 1. */
  best(epsilon: number): number
  /** How that is written. */
  readonly bestAs: string
}

export const quotients = {
  forward: {
    order: 1,
    from: 0,
    to: 1,
    evaluations: (variables) => variables + 1,
    best: Math.sqrt,
    bestAs: '√ε',
  },
  central: {
    order: 2,
    from: -1,
    to: 1,
    evaluations: (variables) => 2 * variables,
    best: Math.cbrt,
    bestAs: '∛ε',
  },
} as const satisfies Readonly<Record<string, Quotient>>
export type QuotientKind = keyof typeof quotients
export const quotientKinds = Object.keys(quotients) as readonly QuotientKind[]

/**
 * ∂f/∂variable by a difference quotient.
 * @param h how far apart, in the units of the variable
 * @returns NaN where f has no value beside the point
 */
export function quotient(
  kind: QuotientKind,
  graph: Graph,
  point: Point,
  variable: string,
  h: number,
  precision: Precision = 'float64',
): number {
  const { from, to } = quotients[kind]
  const { rounding } = precisions[precision]
  const at = (offset: number) => {
    const x = rounding(rounding(point[variable] ?? Number.NaN) + rounding(offset * h))
    const rounded = Object.entries(point).map(([name, value]) => [name, rounding(value)] as const)
    const there = { ...Object.fromEntries(rounded), [variable]: x }
    return forward(graph, there, rounding).at(-1) ?? Number.NaN
  }
  const rise = rounding(at(to) - at(from))
  return rounding(rise / rounding((to - from) * rounding(h)))
}

export interface GradientCheck {
  /** The exact derivative, by backpropagation. */
  readonly exact: number
  /** The widths, from 1 downwards. */
  readonly h: Float64Array
  /** For each width how far the quotient is from the exact derivative. */
  readonly errors: Readonly<Record<QuotientKind, Float64Array>>
  /** The width with the least error; of several with the same the largest. */
  readonly found: Readonly<Record<QuotientKind, number>>
  /** What theory says of it: √ε and ∛ε. */
  readonly predicted: Readonly<Record<QuotientKind, number>>
}

const decades = 16
const perDecade = 8

/** Widths from 1 to 10⁻¹⁶, as far apart on a logarithmic axis. */
const widths = Float64Array.from(
  { length: decades * perDecade + 1 },
  (_, i) => 10 ** (-i / perDecade),
)

/** Compares difference quotients of all widths with the derivative by one variable. */
export function checkGradient(
  graph: Graph,
  point: Point,
  variable: string,
  precision: Precision = 'float64',
): GradientCheck {
  const { adjoints } = backward(graph, forward(graph, point))
  const place = inputPlace(graph, variable)
  const exact = place < 0 ? 0 : (adjoints[place] as number)
  const of = <T>(make: (kind: QuotientKind) => T): Readonly<Record<QuotientKind, T>> => ({
    forward: make('forward'),
    central: make('central'),
  })
  const errors = of((kind) =>
    widths.map((h) => Math.abs(quotient(kind, graph, point, variable, h, precision) - exact)),
  )
  return {
    exact,
    h: widths,
    errors,
    found: of((kind) => widths[leastAt(errors[kind])] as number),
    predicted: of((kind) => quotients[kind].best(precisions[precision].epsilon)),
  }
}
