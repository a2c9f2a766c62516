import { expect, test } from 'vitest'
import { wellFormed } from '../experiment/form.ts'
import { readParts, runsTheSame, type Said, spelledOut, writeParts } from '../experiment/part.ts'
import type { MapExperiment } from './mapExperiment.ts'
import { mapParts } from './mapParts.ts'

/** What a link says, and what is complained about. */
function read(link: string) {
  const complaints: string[] = []
  const said = link.split('&').map((pair): Said => {
    const [key = '', ...rest] = pair.split('=')
    const tell = (sentence: string) => complaints.push(sentence)
    const text = rest.join('=')
    return { key, text, refuse: (why) => tell(`${key}: ${why}`), object: tell, tell }
  })
  return { map: readParts(mapParts, said).map, complaints }
}

const written = (experiment: MapExperiment) =>
  writeParts(mapParts, experiment)
    .map((pair) => pair.join('='))
    .join('&')

test.each([
  'f=himmelblau&steps=200&run=adam(lr=0.1)&x=start.x(-5:5)&y=start.y(-5:5)&show=outcome',
  'f=square&x=lr(0.001:1:log)&y=schedule.gamma(0.5:1)&show=steps&size=64&tolerance=0.01',
  'f=bowl&x=param.kappa&show=excursion',
])('a link comes back as it was: %s', (link) => {
  const { map, complaints } = read(link)
  expect(complaints).toEqual([])
  const pairs = link.split('&').filter((pair) => /^(x|y|show|size|tolerance)=/.test(pair))
  expect(written({ f: 'x', ...(map && { map }) })).toBe(`f=x&${pairs.join('&')}`)
})

test('a link says axes with their ends and their scale', () => {
  expect(read('x=lr(0.001:1:log)&y=momentum(0:0.99)').map).toEqual({
    x: { of: 'lr', from: 0.001, to: 1, scale: 'log' },
    y: { of: 'momentum', from: 0, to: 0.99 },
  })
})

test.each([
  ['x=lr(1:0.001)', 'x: an axis goes from a number to a larger one: `lr(0.001:1)`'],
  ['x=lr(1:1)', 'x: an axis goes from a number to a larger one: `lr(0.001:1)`'],
  ['x=lr(a:1)', 'x: an axis goes from one number to another one: `lr(0.001:1)`'],
  ['y=lr(1:2:3:4)', 'y: an axis has two ends and a scale: `lr(0.001:1:log)`'],
  ['y=lr(1:2:cubic)', 'y: the scale of an axis is linear or log'],
  ['y=3', 'y: undefined'],
  ['show=colours', 'show: undefined'],
  ['size=-2', 'size: undefined'],
])('what cannot be read is told, and nothing is left of it: %s', (link, complaint) => {
  expect(read(link)).toEqual({ map: undefined, complaints: [complaint] })
})

test('of a file only what has the right form is kept, and the rest is told', () => {
  const complaints: string[] = []
  const map = { x: { of: 'lr', from: 1 }, y: { of: 'momentum' }, show: 'colours', taste: 1 }
  const kept = wellFormed(mapParts, { f: 'x', map, view: [[0, 1]] }, 'a file', (sentence) =>
    complaints.push(sentence),
  )
  expect(kept).toEqual({ f: 'x', map: { y: { of: 'momentum' } } })
  expect(complaints).toHaveLength(4)
})

test('what is saved has its axes written out', () => {
  expect(spelledOut(mapParts, { f: 'square' })).toMatchObject({
    lab: 'maps',
    start: [2.5],
    map: {
      x: { of: 'lr', from: 1e-5, to: 10, scale: 'log' },
      y: { of: 'start.x', from: -4, to: 4 },
    },
  })
})

test('another map is another picture', () => {
  const map = { show: 'loss' } as const
  expect(runsTheSame(mapParts, { f: 'x', map }, { f: 'x', map: { show: 'steps' } })).toBe(false)
})
