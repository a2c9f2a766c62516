import { expect, test } from 'vitest'
import { placeIn } from './places.ts'

test.each([
  ['', ''],
  ['#', ''],
  ['#/', ''],
  ['#/?f=x^2', ''],
  ['#/lessons', 'lessons'],
  ['#lessons', 'lessons'],
  ['#/lessons/soda/1', 'lessons'],
  ['#/lessons?from=here', 'lessons'],
  ['#/lessonsandmore', undefined],
  ['#/curve', undefined],
  ['#/curve?f=x^2', undefined],
  ['#nowhere/lessons', undefined],
])('%s means %s', (address, place) => {
  expect(placeIn(address)).toBe(place)
})
