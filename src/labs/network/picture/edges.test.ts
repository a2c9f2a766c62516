import { describe, expect, test } from 'vitest'
import type { Architecture } from '../../../core/networks/network.ts'
import { sizeOf } from '../../../core/networks/network.ts'
import { edgesOf, nearestEdge, pointOf } from './edges.ts'
import { layoutOf } from './layout.ts'
import { room } from './test/room.ts'

const drawn = (architecture: Architecture, firsts?: readonly number[]) => {
  const { inputs, hidden, outputs } = architecture
  const layout = layoutOf([inputs, ...hidden, outputs], room, firsts)
  return { layout, edges: edgesOf(architecture, layout) }
}
const small: Architecture = { inputs: 2, hidden: [4, 3], activations: ['tanh', 'tanh'], outputs: 1 }

test('every weight of a small network is an edge, and no bias is', () => {
  const { edges } = drawn(small)
  const biases = 4 + 3 + 1
  expect(new Set(edges.map(({ index }) => index)).size).toBe(sizeOf(small) - biases)
  expect(edges).toHaveLength(sizeOf(small) - biases)
})

test('of wide layers only the weights between drawn units are, with their own indices', () => {
  const wide: Architecture = { inputs: 1, hidden: [256], activations: ['elu'], outputs: 1 }
  const { edges, layout } = drawn(wide, [0, 20])
  expect(edges).toHaveLength(2 * (layout.columns[1]?.ys.length ?? 0))
  expect(edges[0]).toMatchObject({ place: { layer: 0, unit: 20, input: 0 }, index: 20 })
})

test('an edge runs from side to side', () => {
  for (const edge of drawn(small).edges) {
    expect(pointOf(edge, 0)).toEqual(edge.from)
    expect(pointOf(edge, 1)).toEqual(edge.to)
  }
})

describe('the nearest edge', () => {
  const { edges } = drawn(small)

  test.each([0.2, 0.5, 0.8])('is the one under the pointer, at %d of its way', (t) => {
    for (const edge of edges) {
      const [x, y] = pointOf(edge, t)
      const found = nearestEdge(edges, [x, y], 8)
      // Where two cross, either is right.
      const crossing = edges.filter((one) =>
        Array.from({ length: 100 }, (_, i) => pointOf(one, i / 99)).some(
          ([px, py]) => Math.hypot(px - x, py - y) < 2,
        ),
      )
      expect(crossing).toContain(found)
    }
  })

  test('is none where all are out of reach', () => {
    expect(nearestEdge(edges, [2, 2], 8)).toBeUndefined()
    const [edge] = drawn({ inputs: 1, hidden: [], activations: [], outputs: 1 }).edges
    const [x = 0, y = 0] = edge ? pointOf(edge, 0.5) : []
    expect(edge && nearestEdge([edge], [x, y + 7], 8)).toBe(edge)
    expect(edge && nearestEdge([edge], [x, y + 9], 8)).toBeUndefined()
  })
})
