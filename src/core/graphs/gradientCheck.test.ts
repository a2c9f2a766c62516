import { describe, expect, test } from 'vitest'
import {
  checkGradient,
  quotientKinds as kinds,
  type Precision,
  precisions,
  type QuotientKind,
  quotient,
  quotients,
} from './gradientCheck.ts'
import { readGraph } from './graph.ts'

const all = (Object.keys(precisions) as Precision[]).flatMap((precision) =>
  kinds.map((kind) => [kind, precision] as const),
)
const smooth: readonly (readonly [string, number])[] = [
  ['exp(x)', 0.7],
  ['sin(x)', 1.1],
  ['x^3 + ln(x)', 0.9],
  ['tanh(sin(x)) + x^2/20', 0.6],
]

/** By which power of h the error changes between two widths: the slope of the line through it on axes of logarithms. */
function slope(errors: Float64Array, h: Float64Array, wide: number, narrow: number): number {
  const points = [...h.keys()]
    .map((i) => [Math.log10(h[i] ?? 0), Math.log10(errors[i] ?? 0)] as const)
    .filter(([x, y]) => x <= Math.log10(wide) && x >= Math.log10(narrow) && Number.isFinite(y))
  const mean = (of: 0 | 1) => points.reduce((sum, point) => sum + point[of], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const along = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return along / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}

describe.each(all)('%s differences in %s', (kind, precision) => {
  const { order } = quotients[kind]
  const best = quotients[kind].best(precisions[precision].epsilon)

  test.each(smooth)(
    'of %s: one flank by truncation, one by rounding, the best width between',
    (f, x) => {
      const check = checkGradient(readGraph(f), { x }, 'x', precision)
      const { h, errors, found, predicted } = check
      expect(predicted[kind]).toBe(best)
      const { epsilon } = precisions[precision]
      const truncation = slope(errors[kind], h, 0.3, 10 * best)
      expect(Math.abs(truncation - order)).toBeLessThan(0.35)
      const rounding = slope(errors[kind], h, best / 10, 10 * epsilon)
      expect(Math.abs(rounding + 1)).toBeLessThan(0.45)
      // Flat around the best one, and by luck exact beside it.
      expect(Math.abs(Math.log10(found[kind] / best))).toBeLessThan(2.5)
    },
  )
})

test('at the lecture’s h = 1e-5 both are good, and the central one better', () => {
  const graph = readGraph('x*y + max(x, y)')
  const point = { x: 3, y: -4 }
  for (const [variable, exact] of [
    ['x', -3],
    ['y', 3],
  ] as const)
    for (const kind of kinds)
      expect(quotient(kind, graph, point, variable, 1e-5)).toBeCloseTo(exact, 9)
  const cubic = readGraph('x^3')
  const error = (kind: QuotientKind) => Math.abs(quotient(kind, cubic, { x: 1 }, 'x', 1e-5) - 3)
  expect(error('central')).toBeLessThan(error('forward') / 1000)
})

test('below the distance of two numbers nothing is left: the quotient is 0', () => {
  expect(quotient('forward', readGraph('x^2'), { x: 1 }, 'x', 1e-17)).toBe(0)
  expect(quotient('central', readGraph('x^2'), { x: 1 }, 'x', 1e-9, 'float32')).toBe(0)
})

test('at a kink the two tell different slopes, and neither is PyTorch’s 0', () => {
  const graph = readGraph('relu(x)')
  expect(quotient('forward', graph, { x: 0 }, 'x', 1e-5)).toBeCloseTo(1)
  expect(quotient('central', graph, { x: 0 }, 'x', 1e-5)).toBeCloseTo(0.5)
  expect(checkGradient(graph, { x: 0 }, 'x').exact).toBe(0)
})

test('what has no value beside the point has no quotient there', () => {
  const { errors, found } = checkGradient(readGraph('sqrt(x)'), { x: 0.01 }, 'x')
  expect(errors.central[0]).toBeNaN()
  expect(errors.forward[0]).toBeGreaterThan(0)
  expect(found.central).toBeLessThan(0.01)
})

test('evaluations for a gradient grow with the variables; one backward pass gives all of it', () => {
  expect(kinds.map((kind) => quotients[kind].evaluations(132_000))).toEqual([132_001, 264_000])
})
