import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { treesOf } from '../export/test/randomLoss.ts'
import { name } from '../language/expression.ts'
import { print } from '../language/print.ts'
import { differentiate } from './differentiate.ts'
import { readGraph } from './graph.ts'
import { gradientOfGradient, hessian } from './hessian.ts'
import torch from './hessians.torch.json'
import type { Point } from './passes.ts'

/** Where two formulas meet PyTorch takes the slope of the one and the curvature of the other; here both are of one. */
const seams = new Map([
  ['(softplus(a))*z', 20],
  ['(elu(a))*z', 0],
  ['(selu(a))*z', 0],
])

const numbersOf = (start: object): Point =>
  Object.fromEntries(Object.entries(start).map(([variable, value]) => [variable, Number(value)]))

/** How far two tables of numbers are apart, in units of their entries where these are above 1; ∞ where ∞ or NaN differ. */
function apart(ours: readonly ArrayLike<number>[], theirs: readonly ArrayLike<number>[]): number {
  let most = 0
  for (const [i, row] of theirs.entries())
    for (const [j, value] of Array.from(row).entries()) {
      const own = ours[i]?.[j] ?? Number.NaN
      if (!Object.is(own + 0, value + 0))
        most = Math.max(most, Math.abs(own - value) / (1 + Math.abs(value)))
    }
  return Number.isNaN(most) ? Number.POSITIVE_INFINITY : most
}

describe('PyTorch says the same', () => {
  test.each(torch)('$f at $start', ({ f, start, hessian: rows }) => {
    const point = numbersOf(start)
    const { variables, values } = hessian(readGraph(f), point)
    expect(variables).toEqual(Object.keys(point).sort())
    const theirs = rows.map((row) => row.map(Number))
    if (seams.get(f) === Math.abs(point.a ?? Number.NaN))
      theirs[0]?.splice(0, 1, values[0]?.[0] as number)
    expect(apart(values, theirs)).toBeLessThan(1e-12)
  })
})

test('of the lecture’s example only the product bends, and it is the same from both sides', () => {
  const graph = readGraph('2*(x*y + max(z, w))')
  const point = { x: 3, y: -4, z: 2, w: -1 }
  expect(hessian(graph, point)).toEqual({
    variables: ['w', 'x', 'y', 'z'],
    values: [[], [0, 0, 2, 0], [0, 2, 0, 0], []].map((row) =>
      Float64Array.from(row.length ? row : [0, 0, 0, 0]),
    ),
  })
  expect(gradientOfGradient(graph, point, 'x')).toEqual(Float64Array.of(0, 0, 2, 0))
  expect(gradientOfGradient(graph, point, 'q')).toEqual(new Float64Array(4))
})

const letters = ['a', 'b', 'x', 'y'] as const
const trees = treesOf(fc.constantFrom(...letters.map(name)), 4)
/** Where no two coordinates meet, nor a kink by chance. */
const points = fc
  .tuple(
    ...letters.map((_, i) =>
      fc.integer({ min: -2000, max: 2000 }).map((k) => k / 691 + Math.SQRT2 / (i + 9)),
    ),
  )
  .map((numbers) => Object.fromEntries(letters.map((letter, i) => [letter, numbers[i] as number])))

/** ∂²f/∂row∂column by central differences of the exact gradient; nothing where two widths disagree, as beside a kink. */
function difference(f: string, point: Point, row: string, column: string): number | undefined {
  const slope = (h: number) =>
    differentiate(f, { ...point, [column]: (point[column] ?? 0) + h }).gradient[row] ?? 0
  const by = (h: number) => (slope(h) - slope(-h)) / (2 * h)
  const [wide, narrow] = [by(1e-4), by(5e-5)]
  const isSettled = Math.abs(wide - narrow) <= 1e-6 * (1 + Math.abs(wide))
  return isSettled && Math.abs(slope(0)) < 1e4 ? narrow : undefined
}

test('it is the limit of differences of the exact gradient, and symmetric', () => {
  let checked = 0
  fc.assert(
    fc.property(trees, points, (tree, point) => {
      const f = print(tree)
      const { variables, values } = hessian(readGraph(f), point)
      fc.pre(Number.isFinite(differentiate(f, point).value))
      for (const [i, row] of variables.entries())
        for (const [j, column] of variables.entries()) {
          const [ij, ji] = [values[i]?.[j] as number, values[j]?.[i] as number]
          const seen = difference(f, point, row, column)
          // 0·∞ where a branch is not taken, as in PyTorch.
          if (seen === undefined || Number.isNaN(ij) || Number.isNaN(ji)) continue
          expect(Math.abs(ij - seen)).toBeLessThan(1e-4 * (1 + Math.abs(seen)))
          expect(Math.abs(ij - ji)).toBeLessThan(1e-10 * (1 + Math.abs(ij)))
          checked++
        }
    }),
    { seed: 16, numRuns: 900 },
  )
  expect(checked).toBeGreaterThan(1000)
})

test('no slope, no curvature: also of what is constant, and of a variable alone', () => {
  for (const f of ['3', 'x', 'floor(x)*2', 'where(x > 1, 2, 3)'])
    expect(hessian(readGraph(f), { x: 2 }).values).toEqual([Float64Array.of(0)])
})

test('the most variables that there may be', () => {
  const names = Array.from({ length: 26 }, (_, i) => `x${i}`)
  const graph = readGraph(`ln(${names.map((one) => `exp(${one})`).join('+')})`)
  const { values } = hessian(graph, Object.fromEntries(names.map((one) => [one, 0])))
  // Of log-sum-exp it is diag(p) − ppᵀ, p the softmax.
  for (const [i, row] of values.entries())
    for (const [j, value] of row.entries())
      expect(value).toBeCloseTo(Number(i === j) / 26 - 1 / 26 ** 2, 15)
})
