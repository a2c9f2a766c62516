import fc from 'fast-check'
import katex from 'katex'
import { expect, test } from 'vitest'
import { treesOf } from '../export/test/randomLoss.ts'
import { name } from '../language/expression.ts'
import { print } from '../language/print.ts'
import { formulasOf } from './chainRule.ts'
import { readGraph } from './graph.ts'
import { backward, forward, type Point } from './passes.ts'
import { stagesOf } from './stages.ts'

function formulas(f: string, point: Point) {
  const graph = readGraph(f)
  const values = forward(graph, point)
  const passes = { values, ...backward(graph, values) }
  return stagesOf(graph).map((stage) =>
    formulasOf(graph, passes, stage).map(
      ({ parts, isPartial }) => `${parts.join(' = ')}${isPartial ? ' so far' : ''}`,
    ),
  )
}
const d = (of: string, by: string) => `\\frac{\\partial ${of}}{\\partial ${by}}`

test('the lecture’s example, forward and backward', () => {
  expect(formulas('2*(x*y + max(z, w))', { x: 3, y: -4, z: 2, w: -1 })).toEqual([
    [],
    ['v_1 = x y = 3 \\cdot (−4) = −12'],
    ['v_2 = \\operatorname{max}(z, w) = \\operatorname{max}(2, −1) = 2'].map((text) =>
      text.replaceAll('\\operatorname{max}', '\\max'),
    ),
    ['v_3 = v_1 + v_2 = −12 + 2 = −10'],
    ['f = v_4 = 2 v_3 = 2 \\cdot (−10) = −20'],
    [`${d('f', 'v_4')} = 1`],
    [
      `${d('f', 'v_3')} = ${d('f', 'v_4')} \\cdot ${d('v_4', 'v_3')} = ${d('f', 'v_4')} \\cdot 2 = 1 \\cdot 2 = 2`,
    ],
    [
      `${d('f', 'v_1')} = ${d('f', 'v_3')} \\cdot ${d('v_3', 'v_1')} = ${d('f', 'v_3')} \\cdot 1 = 2 \\cdot 1 = 2`,
      `${d('f', 'v_2')} = ${d('f', 'v_3')} \\cdot ${d('v_3', 'v_2')} = ${d('f', 'v_3')} \\cdot 1 = 2 \\cdot 1 = 2`,
    ],
    [expect.stringMatching(/= 2 \\cdot 1 = 2$/), expect.stringMatching(/= 2 \\cdot 0 = 0$/)],
    [
      `${d('f', 'x')} = ${d('f', 'v_1')} \\cdot ${d('v_1', 'x')} = ${d('f', 'v_1')} \\cdot y = 2 \\cdot (−4) = −8`,
      `${d('f', 'y')} = ${d('f', 'v_1')} \\cdot ${d('v_1', 'y')} = ${d('f', 'v_1')} \\cdot x = 2 \\cdot 3 = 6`,
    ],
  ])
})

test('the same in words', () => {
  const graph = readGraph('2*(x*y + max(z, w))')
  const values = forward(graph, { x: 3, y: -4, z: 2, w: -1 })
  const words = stagesOf(graph).flatMap((stage) =>
    formulasOf(graph, { values, ...backward(graph, values) }, stage).map((it) => it.words),
  )
  expect(words[0]).toBe('v₁ = product of x and y = −12')
  expect(words).toContain('∂f/∂f = 1')
  expect(words.at(-2)).toBe('∂f/∂x = ∂f/∂v₁ · ∂v₁/∂x = 2 · (−4) = −8')
  expect(words.join()).not.toContain('\\')
})

test('where paths meet the sum is written term by term, and said to be partial until all has arrived', () => {
  const last = formulas('x*y + x', { x: 3, y: -4 })
  expect(last.at(-2)).toEqual([
    expect.stringMatching(/= 1 \\cdot 1 = 1$/),
    `${d('f', 'x')} = ${d('f', 'v_2')} \\cdot ${d('v_2', 'x')} = ${d('f', 'v_2')} \\cdot 1 = 1 \\cdot 1 = 1 so far`,
  ])
  expect(last.at(-1)?.[0]).toBe(
    `${d('f', 'x')} = ${d('f', 'v_2')} \\cdot ${d('v_2', 'x')} + ${d('f', 'v_1')} \\cdot ${d('v_1', 'x')} = 1 \\cdot 1 + 1 \\cdot (−4) = −3`,
  )
})

test('what is used twice by one operation gives twice', () => {
  expect(formulas('x*x', { x: 3 }).at(-1)?.[0]).toMatch(/= 1 \\cdot 3 \+ 1 \\cdot 3 = 6$/)
})

test('the slope of a square is twice its base, not a choice of exponents', () => {
  expect(formulas('(x + 1)^2', { x: 3 }).at(-2)?.[0]).toMatch(/\\cdot 2 v_1 = /)
  expect(formulas('(x + 1)^2', { x: 3 }).flat().join()).not.toContain('cases')
})

test('of any expression they can be typeset', () => {
  const letters = ['a', 'b', 'x', 'y']
  fc.assert(
    fc.property(treesOf(fc.constantFrom(...letters.map(name)), 3), (tree) => {
      for (const lines of formulas(print(tree), { a: 0.5, b: -1.5, x: 2, y: -0.25 }))
        for (const line of lines)
          expect(() =>
            katex.renderToString(line.replace(' so far', ''), { strict: false }),
          ).not.toThrow()
    }),
    { seed: 15, numRuns: 150 },
  )
})
