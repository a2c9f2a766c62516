import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { treesOf } from '../export/test/randomLoss.ts'
import { gradient } from '../language/derivative.ts'
import { type Expression, name, namesIn } from '../language/expression.ts'
import { print } from '../language/print.ts'
import { compileFunction, evaluate } from '../language/program.ts'
import { differentiate } from './differentiate.ts'
import { readGraph } from './graph.ts'
import torch from './graphs.torch.json'
import { forward } from './passes.ts'

const lecture = '2*(x*y + max(z, w))'
const at = { x: 3, y: -4, z: 2, w: -1 }

/** Near what is true, as far as doubles go. */
const close = (value: number, size = 1) => {
  if (!Number.isFinite(value)) return value
  return expect.closeTo(value, 11 - Math.ceil(Math.log10(Math.max(1, Math.abs(value), size))))
}

test('the lecture’s example has the lecture’s numbers, node by node', () => {
  const { value, gradient: slopes, nodes } = differentiate(lecture, at)
  expect(value).toBe(-20)
  expect(slopes).toEqual({ x: -8, y: 6, z: 2, w: 0 })
  expect(
    nodes.map(({ operation, name: called, value, adjoint }) => [
      called ?? operation,
      value,
      adjoint,
    ]),
  ).toEqual([
    ['constant', 2, -10],
    ['x', 3, -8],
    ['y', -4, 6],
    ['*', -12, 2],
    ['z', 2, 2],
    ['w', -1, 0],
    ['max', 2, 2],
    ['+', -10, 2],
    ['*', -20, 1],
  ])
  expect(nodes[3]).toMatchObject({ inputs: [1, 2], partials: [-4, 3] })
  expect(nodes[8]).toMatchObject({ inputs: [0, 7], partials: [-10, 2] })
})

describe('PyTorch says the same', () => {
  test.each(torch)('$f at $start', ({ f, start, value, gradient: slopes }) => {
    const given = Object.fromEntries(Object.entries(start).filter(([, v]) => v !== undefined))
    const ours = differentiate(f, given as Record<string, number>)
    expect(ours.value).toEqual(close(Number(value)))
    const theirs = Object.entries(slopes).flatMap(([n, v]) =>
      v === undefined ? [] : [[n, close(Number(v))] as const],
    )
    expect(ours.gradient).toEqual(Object.fromEntries(theirs))
  })
})

const letters = ['a', 'b', 'c', 'd', 'x', 'y', 'z', 'w'] as const
const points = fc.tuple(...letters.map(() => fc.double({ min: -3, max: 3, noNaN: true })))
/** Where no two coordinates meet, nor a kink by chance. */
const plainPoints = fc.tuple(
  ...letters.map((_, i) =>
    fc.integer({ min: -2000, max: 2000 }).map((k) => k / 691 + Math.SQRT2 / (i + 9)),
  ),
)
const startOf = (numbers: readonly number[]) =>
  Object.fromEntries(letters.map((letter, i) => [letter, numbers[i] as number]))
const trees = treesOf(fc.constantFrom(...letters.map(name)), 4)

test('of any expression: what arrives is the sum over the edges, and is the derivative of the language', () => {
  fc.assert(
    fc.property(trees, points, (tree, numbers) => {
      const start = startOf(numbers)
      const { nodes, value, gradient: slopes } = differentiate(print(tree), start)
      const read = readGraph(print(tree)).loss.expression
      expect(value).toEqual(close(evaluate(read, (n) => start[n] as number)))
      const sums = Float64Array.from(nodes, (_, i) => Number(i === nodes.length - 1))
      const sizes = new Float64Array(nodes.length)
      for (const { inputs, adjoint, partials } of nodes)
        for (const [k, input] of inputs.entries()) {
          const given = adjoint * (partials[k] as number)
          sums[input] = (sums[input] as number) + given
          sizes[input] = Math.max(sizes[input] as number, Math.abs(given))
        }
      for (const [i, { adjoint }] of nodes.entries())
        if (Number.isFinite(sums[i])) expect(adjoint).toEqual(close(sums[i] as number, sizes[i]))
      const by = namesIn(read).filter((n) => n in start)
      for (const [k, expression] of gradient(read, by).entries()) {
        const said = evaluate(expression, (n) => start[n] as number)
        const ours = slopes[by[k] as string] as number
        const size = Math.max(...sizes.filter(Number.isFinite), 1)
        expect(ours).toEqual(close(said, size))
      }
    }),
    { seed: 10, numRuns: 400 },
  )
})

/** The slope by central differences at two widths; nothing where they disagree, as beside a kink. */
function difference(f: (x: number) => number, x: number): number | undefined {
  const by = (h: number) => (f(x + h) - f(x - h)) / (2 * h)
  const [wide, narrow] = [by(1e-4), by(5e-5)]
  return Math.abs(wide - narrow) <= 1e-6 * (1 + Math.abs(wide)) ? narrow : undefined
}

test('central differences say the same of smooth ones', () => {
  let checked = 0
  fc.assert(
    fc.property(trees, plainPoints, (tree, numbers) => {
      const start = startOf(numbers)
      const { gradient: slopes } = differentiate(print(tree), start)
      const value = compileFunction(tree as Expression, letters)
      for (const [i, letter] of letters.entries()) {
        const along = (x: number) => value(...numbers.with(i, x))
        const seen = difference(along, numbers[i] as number)
        if (seen === undefined || !(Math.abs(along(numbers[i] as number)) < 1e4)) continue
        expect(Math.abs((slopes[letter] as number) - seen)).toBeLessThan(
          1e-4 * (1 + Math.abs(seen)),
        )
        checked++
      }
    }),
    { seed: 11, numRuns: 250 },
  )
  expect(checked).toBeGreaterThan(1000)
})

test('equal parts are one node, what is used twice is given to twice', () => {
  const { nodes } = differentiate('(x*y + 1)*(x*y)', { x: 2, y: 3 })
  expect(nodes.map(({ operation }) => operation)).toEqual([
    'input',
    'input',
    '*',
    'constant',
    '+',
    '*',
  ])
  expect(readGraph('(x*y + 1)*(x*y)').nodes[2]?.uses).toEqual([
    { by: 4, input: 0 },
    { by: 5, input: 1 },
  ])
  expect(nodes[2]).toMatchObject({ value: 6, adjoint: 13 })
  expect(differentiate('x*x', { x: 3 }).nodes[1]).toMatchObject({
    inputs: [0, 0],
    partials: [3, 3],
  })
})

test.each([
  ['nothing is folded', '2*3 + x', ['constant', 'constant', '*', 'input', '+']],
  ['nothing is rearranged', 'x*1 + 0', ['input', 'constant', '*', 'constant', '+']],
  ['minus before and between', '-x - 1', ['input', 'neg', 'constant', '-']],
  ['a comparison', 'where(x > 2, x, pi)', ['input', 'constant', '>', 'constant', 'where']],
  ['a power', 'x1^2', ['input', 'constant', '^']],
])('as written: %s', (_, f, operations) => {
  const start = { x: 1, x1: 1 }
  expect(differentiate(f, start).nodes.map(({ operation }) => operation)).toEqual(operations)
})

test.each([
  ['a missing number', () => differentiate('x*y', { x: 1 }), 'a number for y'],
  ['no number', () => differentiate('x', { x: Number.NaN }), 'a number for x'],
  ['a text that cannot be read', () => differentiate('x*', { x: 1 }), 'expected'],
  [
    'too many variables',
    () => differentiate(Array.from({ length: 27 }, (_, i) => `x${i}`).join('+'), {}),
    'At most 26 variables',
  ],
])('%s is said', (_, act, words) => {
  expect(act).toThrow(new RegExp(words, 'i'))
})

test('in float32 every value is rounded before it is used', () => {
  const values = forward(readGraph('(x + 1) - 1'), { x: 1e-9 }, Math.fround)
  expect(values.at(-1)).toBe(0)
})
