import fc from 'fast-check'
import { expect, test } from 'vitest'
import { treesOf } from '../export/test/randomLoss.ts'
import { name } from '../language/expression.ts'
import { print } from '../language/print.ts'
import { type GraphNode, readGraph } from './graph.ts'
import { computedWords, namesOf, signOf, written } from './names.ts'
import { backward, forward } from './passes.ts'
import { endOfForward, knownAt, stagesOf } from './stages.ts'

const point = { x: 3, y: -4, z: 2, w: -1 }
const passed = (f: string, at: Readonly<Record<string, number>> = point) => {
  const graph = readGraph(f)
  const values = forward(graph, at)
  return { graph, values, stages: stagesOf(graph), ...backward(graph, values) }
}

test('forward one operation at a time, then backward one operation at a time', () => {
  const { stages } = passed('2*(x*y + max(z, w))')
  expect(stages.map((stage) => `${stage.pass} ${'node' in stage ? stage.node : ''}`)).toEqual([
    'start ',
    ...['forward 3', 'forward 6', 'forward 7', 'forward 8'],
    'turn 8',
    ...['backward 8', 'backward 7', 'backward 6', 'backward 3'],
  ])
  expect(endOfForward(stages)).toBe(4)
})

test('where several paths meet, the sum grows until nothing more will arrive', () => {
  const { graph, stages, ...passes } = passed('x*y + x', { x: 3, y: -4 })
  const atX = stages.map((_, at) => {
    const { adjoint, isWhole } = knownAt(graph, stages, passes, at)[0] ?? {}
    return [adjoint, isWhole]
  })
  expect(atX).toEqual([...Array(4).fill([undefined, false]), [1, false], [-3, true]])
})

test('at the end everything is known and is what the passes have, of any expression', () => {
  const letters = ['a', 'b', 'x', 'y']
  fc.assert(
    fc.property(treesOf(fc.constantFrom(...letters.map(name)), 4), (tree) => {
      const at = { a: 0.5, b: -1.5, x: 2, y: -0.25 }
      const { graph, values, stages, ...passes } = passed(print(tree), at)
      const last = knownAt(graph, stages, passes, stages.length - 1)
      expect(last.every(({ hasValue, isWhole }) => hasValue && isWhole)).toBe(true)
      expect(last.map(({ adjoint }) => adjoint)).toEqual([...passes.adjoints])
      const first = knownAt(graph, stages, passes, 0)
      expect(first.map(({ hasValue }) => hasValue)).toEqual(
        graph.nodes.map(({ inputs }) => inputs.length === 0),
      )
      expect(values).toHaveLength(last.length)
    }),
    { seed: 14, numRuns: 100 },
  )
})

test.each([
  ['2*(x*y + max(z, w))', ['2', 'x', 'y', 'v₁', 'z', 'w', 'v₂', 'v₃', 'f']],
  ['v1*x + pi', ['v1', 'x', 'u₁', 'π', 'f']],
  ['f*x', ['f', 'x', 'loss']],
  ['x', ['x']],
])('the nodes of %s are called %j', (f, names) => {
  expect(namesOf(readGraph(f)).map(({ text }) => text)).toEqual(names)
})

test.each([
  ['x*y', 'product of x and y', '×'],
  ['x - y', 'difference of x and y', '−'],
  ['-x', 'minus of x', '−'],
  ['x^2', 'power of x and 2', '□²'],
  ['x^y', 'power of x and y', '^'],
  ['max(x, y, z)', 'maximum of x, y and z', 'max'],
  ['tanh(x)', 'tanh of x', 'tanh'],
  ['x <= y', '<= of x and y', '≤'],
])('%s is said as %s and written as %s', (f, words, sign) => {
  const graph = readGraph(f)
  const node = graph.nodes.at(-1) as GraphNode
  expect(computedWords(node, namesOf(graph))).toBe(words)
  expect(signOf(node)).toBe(sign)
})

test.each([
  [24.70408163265306, '24.7041'],
  [138.83381924198252, '138.8338'],
  [645.5772594752186, '645.5773'],
  [-20, '−20'],
  [0.00123456, '0.001235'],
  [0, '0'],
  [Number.NaN, 'undefined'],
])('%d is written %s on a node', (value, text) => {
  expect(written(value)).toBe(text)
})
