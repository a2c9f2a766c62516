import fc from 'fast-check'
import { expect, test } from 'vitest'
import { treesOf } from '../../core/export/test/randomLoss.ts'
import { readGraph } from '../../core/graphs/graph.ts'
import { name } from '../../core/language/expression.ts'
import { print } from '../../core/language/print.ts'
import { type Layout, type LayoutSpec, layOut } from './layouts.ts'

const size = { width: 84, height: 60 }
const label = { width: 44, height: 14 }
const letters = ['a', 'b', 'c', 'd', 'x', 'y', 'z', 'w']
const trees = treesOf(fc.constantFrom(...letters.map(name)), 5)

/** No two nodes overlap, and edges go to the right. */
function expectInOrder(edges: LayoutSpec['edges'], laid: Layout) {
  const at = (i: number) => ({ x: laid.nodes[2 * i] ?? NaN, y: laid.nodes[2 * i + 1] ?? NaN })
  for (let i = 0; i < laid.nodes.length / 2; i++)
    for (let j = 0; j < i; j++) {
      const [a, b] = [at(i), at(j)]
      const isApart = Math.abs(a.x - b.x) >= size.width || Math.abs(a.y - b.y) >= size.height
      expect(isApart).toBe(true)
    }
  for (const [from, to] of edges) expect(at(from).x).toBeLessThan(at(to).x)
  for (const [k, points] of laid.edges.entries()) {
    expect(points.length).toBeGreaterThanOrEqual(4)
    expect(Number.isFinite(laid.labels[2 * k])).toBe(true)
  }
}

test('of 200 graphs by chance no two nodes overlap, and whatever is computed stands right of its inputs', () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const { nodes } = readGraph(print(tree))
      const edges = nodes.flatMap(({ inputs }, to) => inputs.map((from) => [from, to] as const))
      expectInOrder(edges, layOut({ sizes: nodes.map(() => size), edges, label }))
    }),
    { seed: 12, numRuns: 200 },
  )
})

const products = Array.from({ length: 26 }, (_, i) => {
  const [a, b, c] = [
    letters[i % letters.length],
    letters[(3 * i + 1) % letters.length],
    (i % 9) + 1,
  ]
  return `sin(${a}*${b}+${c})*tanh(${a}-${c}*${b})`
})
const chain = products.reduce(
  (inside, _, i) => `tanh(${letters[i % letters.length]}*${inside}+${i})`,
  'x',
)

test.each([
  ['a sum of many products', products.join('+')],
  ['a deep chain', chain],
])('of a large graph neither: %s', (_, f) => {
  const { nodes } = readGraph(f)
  expect(nodes.length).toBeGreaterThan(100)
  const edges = nodes.flatMap(({ inputs }, to) => inputs.map((from) => [from, to] as const))
  expectInOrder(edges, layOut({ sizes: nodes.map(() => size), edges, label }))
})
