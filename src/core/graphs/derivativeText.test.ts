import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { treesOf } from '../export/test/randomLoss.ts'
import { apply, name } from '../language/expression.ts'
import special from '../language/operations.torch.json'
import { type Operation, operations } from '../language/operations.ts'
import { print } from '../language/print.ts'
import { derivativeText } from './derivativeText.ts'
import { readGraph } from './graph.ts'
import { hessian } from './hessian.ts'
import { backward, forward, type Point } from './passes.ts'

const textOf = (f: string, variable: string) => {
  const derivative = derivativeText(readGraph(f), variable)
  return 'text' in derivative ? derivative.text : undefined
}

const valueAt = (f: string, point: Point) => forward(readGraph(f), point).at(-1) ?? Number.NaN

/** ∂f/∂variable as the backward pass has it, and the largest number on the way there. */
function adjointOf(f: string, point: Point, variable: string) {
  const graph = readGraph(f)
  const values = forward(graph, point)
  const { adjoints, given } = backward(graph, values)
  const place = graph.nodes.findIndex((n) => n.operation === 'input' && n.name === variable)
  const sizes = [...values, ...adjoints, ...given.flatMap((gives) => [...gives])].map(Math.abs)
  return { adjoint: adjoints[place] ?? 0, size: Math.max(1, ...sizes.filter(Number.isFinite)) }
}

/** The text says the same at a point: ∞ and NaN as they are, numbers but for rounding. */
function expectSame(f: string, text: string, point: Point, variable: string) {
  const { adjoint, size } = adjointOf(f, point, variable)
  const said = valueAt(text, point)
  const place = `∂(${f})/∂${variable} = ${text} at ${JSON.stringify(point)}`
  if (!Number.isFinite(adjoint)) return expect(said, place).toBe(adjoint)
  return expect(Math.abs(said - adjoint) / size, place).toBeLessThan(1e-13)
}

const letters = ['a', 'b', 'c', 'd'] as const
const pointOf = (numbers: readonly number[]): Point =>
  Object.fromEntries(numbers.map((value, i) => [letters[i], value]))

/** Points spread over [−2.9, 2.9]⁴, the same every time, and where two or more numbers are equal. */
const spread = Array.from({ length: 60 }, (_, i) =>
  [0.6180339887, 0.7548776662, 0.569840291, 0.8191725134].map(
    (s) => 5.8 * (((i + 1) * s) % 1) - 2.9,
  ),
)
const ties = [
  [1, 1, 1, 1],
  [2, 2, 1, 0],
  [1, 2, 2, 2],
  [0, 0, 3, 3],
  [-1, -1, -1, 2],
]

const counted = (Object.keys(operations) as Operation[]).flatMap((operation) => {
  const least = operations[operation].derivative.length
  const counts = operations[operation].derivativeOfMany ? [2, 3, 4] : [least]
  return counts.map((count) => [operation, count] as const)
})

describe('of every operation the derivative can be written and read', () => {
  test.each(counted)('%s of %i', (operation, count) => {
    const args = letters.slice(0, count)
    const f = print(apply(operation, ...args.map(name)))
    const asked = special.operations.filter(
      ({ operation: of, at }) => of === operation && at.length === count,
    )
    const points = [...asked.map(({ at }) => at.map(Number)), ...spread, ...ties, [20.1], [800]]
    for (const variable of args) {
      const text = textOf(f, variable) ?? 'none'
      for (const numbers of points)
        if (numbers.length >= count) expectSame(f, text, pointOf(numbers.slice(0, count)), variable)
    }
  })

  test.each(counted)('%s of %i, within a chain', (operation, count) => {
    const args = ['a*b + c', 'b - d', 'a*c', 'd^2'].slice(0, count)
    const f = `sin(${operation === 'neg' ? `-(${args[0]})` : calledOf(operation, args)})*a`
    for (const variable of letters) {
      const text = textOf(f, variable) ?? 'none'
      for (const numbers of [...spread, ...ties]) expectSame(f, text, pointOf(numbers), variable)
    }
  })
})

function calledOf(operation: Operation, args: readonly string[]): string {
  const { sign } = operations[operation]
  return sign ? args.map((arg) => `(${arg})`).join(sign) : `${operation}(${args.join(', ')})`
}

test('of any expression it says what the backward pass says, ties, kinks and poles included', () => {
  const whole = fc.integer({ min: -3, max: 3 })
  const between = fc.integer({ min: -2000, max: 2000 }).map((k) => k / 691)
  const numbers = fc.tuple(...letters.map(() => fc.oneof(whole, between)))
  let written = 0
  fc.assert(
    fc.property(treesOf(fc.constantFrom(...letters.map(name)), 4), numbers, (tree, at) => {
      const f = print(tree)
      for (const variable of readGraph(f).loss.variables) {
        const text = textOf(f, variable)
        if (text === undefined) continue
        expectSame(f, text, pointOf(at), variable)
        written++
      }
    }),
    { seed: 17, numRuns: 900 },
  )
  expect(written).toBeGreaterThan(700)
})

test('the derivative of the derivative, once more as a text, is in the Hessian', () => {
  const f = 'exp(-(x - y)^2)*cos(x*y) + x^3*tanh(y)'
  const point = { x: 0.7, y: -1.2 }
  const { values } = hessian(readGraph(f), point)
  for (const [i, row] of ['x', 'y'].entries())
    for (const [j, column] of ['x', 'y'].entries()) {
      const text = textOf(textOf(f, row) ?? '', column) ?? ''
      expect(valueAt(text, point)).toBeCloseTo(values[i]?.[j] as number, 12)
    }
})

test.each([
  ['2*(x*y + max(z, w))', 'x', '2*y'],
  ['2*(x*y + max(z, w))', 'z', 'where(z < w, 0, where(z == w, 1, 2))'],
  ['x*y', 'q', '0'],
  ['x', 'x', '1'],
  ['x*x*x', 'x', '3*x^2'],
  ['x^2/20 + tanh(sin(x))', 'x', 'x/10 + cos(x)*(1 - tanh(sin(x))^2)'],
  ['(x + y)*(x + 1)', 'x', '2*x + 1 + y'],
  ['-ln(exp(b)/(exp(a) + exp(b) + exp(c)))', 'a', 'exp(a)/(exp(a) + exp(b) + exp(c))'],
  ['1/x + y^2/x', 'x', '-1/x^2 - y^2/x^2'],
  ['relu(x)', 'x', 'where(relu(x) <= 0, 0, 1)'],
  ['where(x > 0, x*x, x + x + x)', 'x', '2*x*where(x > 0, 1, 0) + 3*where(x > 0, 0, 1)'],
  ['rosenbrock', 'y', '200*(y - x^2)'],
])('∂(%s)/∂%s is %s', (f, variable, text) => {
  expect(textOf(f, variable)).toBe(text)
})

test.each([
  ['where a factor would vanish', 'x^2/x', 'x', 0],
  ['where terms would lose what is infinite', '3/x - y/x', 'x', 0],
  ['where logarithms would', 'x*3*ln(x) - x*ln(x)', 'x', 0],
  ['where terms would cancel', 'y*(1/x - 1/x)', 'y', 0],
  ['where a function has no value', 'y*(sqrt(x) - sqrt(x))', 'y', -1],
  ['where a number would be none', '(0.1*x)^400', 'x', 10],
])('nothing is gathered %s', (_, f, variable, x) => {
  expectSame(f, textOf(f, variable) ?? 'none', { x, y: 2 }, variable)
})

test.each([
  [
    'too long',
    `${'sigmoid('.repeat(12)}x${')'.repeat(12)}`,
    /^∂f\/∂x is longer than the 1000 char/,
  ],
  ['far too long', `${'x*'.repeat(400)}x`, /^∂f\/∂x is longer than the 1000 characters/],
  ['too deep', `max(x, ${'y-('.repeat(98)}y-y${')'.repeat(98)})`, /written: Nested more than 100/],
])('what cannot be opened is said: %s', (_, f, words) => {
  expect(derivativeText(readGraph(f), 'x')).toEqual({ problem: expect.stringMatching(words) })
})
