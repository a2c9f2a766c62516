// labs/graph/check/: can a gradient be trusted? The bench of difference quotients beside backpropagation.
//
// What is compared: exact slopes and quotients, and when the two agree.
import { type Comparison, compare } from '../../../core/agreement.ts'
import {
  type GradientCheck,
  type Precision,
  precisions,
  type QuotientKind,
  quotient,
  quotientKinds,
} from '../../../core/graphs/gradientCheck.ts'
import type { Graph } from '../../../core/graphs/graph.ts'
import { backward, forward, type Point } from '../../../core/graphs/passes.ts'

export { type Comparison, compare, digitsThatAgree } from '../../../core/agreement.ts'

/** The h of the lecture. */
export const lectureWidth = 1e-5

/** What of a slope, and of 1 where it is less, an error may be: more is more than truncation and rounding. */
export const tolerances: Readonly<Record<Precision, number>> = { float64: 1e-5, float32: 1e-3 }

export const agrees = ({ exact, error }: Comparison, precision: Precision): boolean =>
  Number.isFinite(exact) && error <= tolerances[precision] * Math.max(1, Math.abs(exact))

/** The slopes by all variables, by one backward pass. */
export function slopesOf(graph: Graph, point: Point): ReadonlyMap<string, number> {
  const { adjoints } = backward(graph, forward(graph, point))
  const found = graph.nodes.flatMap(({ operation, name = '' }, i) =>
    operation === 'input' ? [[name, adjoints[i] as number] as const] : [],
  )
  const slopes = new Map(found)
  return new Map(graph.loss.variables.map((name) => [name, slopes.get(name) ?? 0]))
}

/** What is checked, and how numbers are kept meanwhile. */
export interface Checked {
  readonly graph: Graph
  readonly point: Point
  readonly variable: string
  readonly precision: Precision
}

/** Both quotients at a width, beside the exact slope. */
export const comparisonsAt = (
  { graph, point, variable, precision }: Checked,
  exact: number,
  h: number,
): Readonly<Record<QuotientKind, Comparison>> =>
  Object.fromEntries(
    quotientKinds.map((kind) => [
      kind,
      compare(exact, quotient(kind, graph, point, variable, h, precision)),
    ]),
  ) as Record<QuotientKind, Comparison>

/** The least error of a quotient; nothing where it has no value, or where no width is better than another. */
export function bestOf({ h, errors, found }: GradientCheck, kind: QuotientKind) {
  const error = errors[kind][h.indexOf(found[kind])] ?? Number.NaN
  return Number.isFinite(error) && errors[kind].some((other) => other > error)
    ? { h: found[kind], error }
    : undefined
}

/** Whether h is so small beside x that x + h is x. */
export function vanishes({ point, variable, precision }: Checked, h: number): boolean {
  const { rounding } = precisions[precision]
  const x = rounding(point[variable] ?? Number.NaN)
  return rounding(x + rounding(h)) === x
}
