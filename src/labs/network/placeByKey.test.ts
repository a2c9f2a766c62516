import { expect, test } from 'vitest'
import { placeByKey } from './placeByKey.ts'

test.each([
  ['ArrowRight', 31],
  ['ArrowDown', 29],
  ['PageUp', 34],
  ['PageDown', 26],
  ['Home', 0],
  ['End', 40],
  ['Enter', undefined],
])('%s leads from 30 of 40 to %s', (key, to) => {
  expect(placeByKey(key, 30, 40)).toBe(to)
})

test('no key leads beyond the ends, and a page is a step at least', () => {
  expect([placeByKey('PageUp', 39, 40), placeByKey('ArrowLeft', 0, 40)]).toEqual([40, 0])
  expect(placeByKey('PageUp', 0, 3)).toBe(1)
  expect(['Home', 'End', 'ArrowUp'].map((key) => placeByKey(key, 0, 0))).toEqual([0, 0, 0])
})
