import { describe, expect, test } from 'vitest'
import {
  type GraphExperiment,
  graphParts,
  prepareGraph,
} from '../../core/experiment/graphExperiment.ts'
import { spelledOut } from '../../core/experiment/part.ts'
import { decodeLink } from './decodeLink.ts'
import { encodeLink } from './encodeLink.ts'

const lecture = '#/graph?f=2*(x*y+max(z,w))&start=x:3,y:-4,z:2,w:-1'
const start = { x: 3, y: -4, z: 2, w: -1 }

describe('links', () => {
  test('of the lecture’s example are read, and written the same', () => {
    const { experiment, complaints } = decodeLink(graphParts, lecture)
    expect(complaints).toEqual([])
    expect(experiment).toEqual({ lab: 'graph', f: '2*(x*y+max(z,w))', start })
    expect(encodeLink(graphParts, experiment as GraphExperiment)).toBe(lecture)
  })

  test('a list is in the order of the variables', () => {
    const { experiment } = decodeLink(graphParts, '#/graph?f=x2*x1&start=3,-4&at=2')
    expect(experiment).toMatchObject({ start: { x1: 3, x2: -4 }, at: 2 })
  })

  test.each([
    ['#/graph?f=x*y&start=3', 'f has 2 variables'],
    ['#/graph?f=x*y&start=x:a', '`start=x:a` in the link cannot be read'],
    ['#/graph?f=x*y&steps=9', '`steps` in the link is not known and was ignored'],
    ['#/graph?f=x*y&at=-1', '`at=-1` in the link cannot be read'],
  ])('what cannot be read is named: %s', (link, words) => {
    expect(decodeLink(graphParts, link).complaints.join()).toContain(words)
  })
})

test('what is left out has its default', () => {
  expect(prepareGraph({ f: 'x*y', start: { x: 2 } }).point).toEqual({ x: 2, y: 1 })
  expect(prepareGraph({ f: 'rosenbrock' }).point).toEqual({ x: -1.5, y: 2 })
  expect(spelledOut(graphParts, { f: 'x*y' })).toEqual({
    lab: 'graph',
    f: 'x*y',
    start: { x: 1, y: 1 },
  })
})

test.each([
  [{ f: 'x*y', start: { q: 1 } }, 'f has no variable q'],
  [{ f: 'f*y', start: { q: 1 } }, 'The loss has no variable q'],
  [{ f: 'x*y', start: { x: Number.NaN } }, 'x must be a number'],
  [{ f: 'x*y', at: 9 }, 'There is no step 9 in 3 steps'],
  [{ f: 'x*' }, 'Expected a number'],
  [{ start: { x: 1 } }, 'An experiment needs "f"'],
])('%j cannot be shown: %s', (experiment, words) => {
  expect(() => prepareGraph(experiment as GraphExperiment)).toThrow(words)
})
