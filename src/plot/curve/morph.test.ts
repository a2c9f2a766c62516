import { expect, test } from 'vitest'
import { between } from './morph.ts'

test('a curve goes column by column to another', () => {
  const way = between('M60,0L61,10L62,20', 'M60,10L61,10M62,0L63,5')
  expect(way(0)).toBe('M60,0L61,10M62,20L63,5')
  expect(way(0.5)).toBe('M60,5L61,10M62,10L63,5')
  expect(way(1)).toBe('M60,10L61,10M62,0L63,5')
})

test('nothing becomes something at once, and something nothing', () => {
  expect(between('', 'M60,1L61,2')(0)).toBe('M60,1L61,2')
  expect(between('M60,1L61,2', '')(0.3)).toBe('')
})
