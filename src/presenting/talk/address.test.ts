import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../../core/limits.ts'
import { talkOf } from '../../lessons/address.ts'
import { addressOf, readAddress } from './address.ts'
import type { Talk } from './talk.ts'

const curve = '#/curve?f=x^2&start=2.5&steps=10&run=sgd(lr=0.1,momentum=0.9)'
const talk: Talk = {
  title: 'Down, & down again',
  scenes: [
    { link: curve, name: 'A bowl', note: 'Say: “why 0.9?”\nThen wait & see: 100% of them guess.' },
    { link: '#/graph?f=2*(x*y%2Bmax(z,w))', name: '', note: '' },
    { link: '#/surface', name: '#2', note: '' },
  ],
}

test('a talk comes back from its address as it was, names and notes included', () => {
  const address = addressOf({ talk, at: 2 })
  expect(readAddress(address)).toEqual({
    view: 'show',
    lesson: undefined,
    at: 2,
    talk,
    complaints: [],
  })
  expect(address).toContain('&scene=/curve?f=x^2%26start=2.5%26steps=10%26run=sgd(lr=0.1,')
})

test('whatever someone writes comes back', () => {
  const word = fc.string({ unit: 'grapheme', maxLength: 30 })
  const scene = fc.record({ link: word.map((it) => `#/curve?f=${it}`), name: word, note: word })
  fc.assert(
    fc.property(word, fc.array(scene, { maxLength: 4 }), (title, scenes) => {
      const { talk: back } = readAddress(addressOf({ talk: { title, scenes } }))
      const trimmed = scenes.map((it) => ({ ...it, link: it.link.trimEnd() }))
      expect(back).toEqual({ title, scenes: trimmed })
    }),
    { seed: 12 },
  )
})

test.each([
  ['encoded whole', `#/present?scene=${encodeURIComponent(curve)}`],
  [
    'with an address around it',
    `#/present?scene=${encodeURIComponent(`https://a.org/d/?x#${curve.slice(1)}`)}`,
  ],
  ['typed as it stands', `#/present?scene=${curve}`],
  ['without its #/', `#present?scene=${encodeURIComponent(curve.slice(2))}`],
])('a scene is read that is %s', (_, address) => {
  expect(readAddress(address).talk.scenes).toEqual([{ link: curve, name: '', note: '' }])
})

test('a link that was typed as it stands ends where the next scene begins', () => {
  const { talk: read, at } = readAddress(`#/present?at=2&scene=${curve}&name=A&scene=/graph`)
  expect(read.scenes).toEqual([
    { link: curve, name: 'A', note: '' },
    { link: '#/graph', name: '', note: '' },
  ])
  expect(at).toBe(1)
})

test('views and lessons have addresses of their own', () => {
  expect(readAddress('#/present/soda?at=3')).toMatchObject({ view: 'show', lesson: 'soda', at: 2 })
  expect(readAddress('#/present/speaker/soda')).toMatchObject({ view: 'speaker', lesson: 'soda' })
  expect(readAddress('#/present/edit')).toMatchObject({ view: 'edit', lesson: undefined })
  expect(addressOf({ view: 'speaker', lesson: 'soda', at: 2 })).toBe('#/present/speaker/soda?at=3')
  expect(addressOf({ lesson: 'soda' })).toBe(talkOf('soda'))
  expect(addressOf()).toBe('#/present')
})

test('what belongs to no scene is named, and more scenes than there may be are left out', () => {
  expect(readAddress('#/present?note=x&scene=/curve').complaints).toEqual([
    '`note=x` stands before the first scene and was ignored',
  ])
  const many = '&scene=/curve'.repeat(limits.scenes.most + 1)
  const { talk: read, complaints } = readAddress(`#/present?at=900${many}`)
  expect(read.scenes).toHaveLength(limits.scenes.most)
  expect(complaints).toEqual([limits.scenes.words])
})

test('no fragment breaks anything', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (bytes) => {
      const { at, talk: read } = readAddress(`#/present?${bytes}`)
      expect(at).toBeLessThan(Math.max(read.scenes.length, 1))
    }),
    { seed: 12 },
  )
})
