import { expect, test } from 'vitest'
import { type GraphNode, readGraph } from './graph.ts'
import { namesOf, written } from './names.ts'
import { backward, forward, type Point } from './passes.ts'
import { knownAt, stagesOf } from './stages.ts'
import { kinkInWords, nodeInWords } from './telling.ts'

function told(f: string, point: Point, at: number): string[] {
  const graph = readGraph(f)
  const values = forward(graph, point)
  const passes = { values, ...backward(graph, values) }
  const stages = stagesOf(graph)
  const knowledge = knownAt(graph, stages, passes, at < 0 ? stages.length + at : at)
  return graph.nodes.map((_, i) => nodeInWords(graph, passes, knowledge, i, namesOf(graph)))
}

test('the lecture’s graph in words, at its beginning and at its end', () => {
  const point = { x: 3, y: -4, z: 2, w: -1 }
  expect(told('2*(x*y + max(z, w))', point, 0).slice(0, 4)).toEqual([
    'Node 1 of 9: the number 2, value 2.',
    'Node 2 of 9: the variable x, value 3.',
    'Node 3 of 9: the variable y, value −4.',
    'Node 4 of 9: v₁, product of x and y, not computed yet.',
  ])
  const end = told('2*(x*y + max(z, w))', point, -1)
  expect(end[1]).toBe('Node 2 of 9: the variable x, value 3, adjoint −8: −8 from v₁.')
  expect(end[3]).toBe('Node 4 of 9: v₁, product of x and y, value −12, adjoint 2: 2 from v₃.')
  expect(end[8]).toBe('Node 9 of 9: f, product of 2 and v₃, value −20, adjoint 1.')
})

test('what has arrived so far is said to be no more than that', () => {
  expect(told('x*y + x', { x: 3, y: -4 }, 4)[0]).toBe(
    'Node 1 of 4: the variable x, value 3, adjoint 1 so far.',
  )
  expect(told('x*y + x', { x: 3, y: -4 }, -1)[0]).toBe(
    'Node 1 of 4: the variable x, value 3, adjoint −3: −4 from v₁ and 1 from f.',
  )
})

test.each([
  ['relu(x)', { x: 0 }, /PyTorch takes 0/],
  ['abs(x)', { x: 0 }, /PyTorch takes 0/],
  ['max(x, y)', { x: 2, y: 2 }, /each half .* 1\(x ≥ y\)/],
  ['min(x, y, z)', { x: 2, y: 2, z: 2 }, /each 1\/3 of what arrives\.$/],
])('%s at %j is explained', (f, point, words) => {
  const graph = readGraph(f)
  expect(kinkInWords(graph.nodes.at(-1) as GraphNode, forward(graph, point))).toMatch(words)
})

test.each([
  ['relu(x)', { x: 1 }],
  ['max(x, y)', { x: 2, y: 1 }],
  ['x^2', { x: 0 }],
])('%s at %j needs no explanation', (f, point) => {
  const graph = readGraph(f)
  expect(kinkInWords(graph.nodes.at(-1) as GraphNode, forward(graph, point as Point))).toBe(
    undefined,
  )
})

test.each([
  [24.70408163, '24.7041'],
  [-138.83381924, '−138.8338'],
  [0.5, '0.5'],
  [99999.87654321, '99999.8765'],
  [123456, '1.235·10⁵'],
  [5e96, '5·10⁹⁶'],
  [1.79e308, '1.79·10³⁰⁸'],
  [-3.2e-9, '−3.2·10⁻⁹'],
  [Number.POSITIVE_INFINITY, '∞'],
  [0, '0'],
])('%d is written %s', (value, text) => {
  expect(written(value)).toBe(text)
})
