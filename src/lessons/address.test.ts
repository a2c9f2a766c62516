import { expect, test } from 'vitest'
import { addressOf, readAddress } from './address.ts'

test.each([
  ['#/lessons', {}],
  ['#/lessons/', {}],
  ['#/lessons/soda', { id: 'soda' }],
  ['#/lessons/soda/', { id: 'soda' }],
  ['#/lessons/soda/3', { id: 'soda', step: '3' }],
  ['#/lessons/soda/3?show=1', { id: 'soda', step: '3' }],
  ['lessons/soda/end', { id: 'soda', step: 'end' }],
  ['#/curve', {}],
])('%s is read', (fragment, address) => {
  expect(readAddress(fragment)).toEqual(address)
})

test('what is written is read back', () => {
  expect(addressOf()).toBe('#/lessons')
  expect(readAddress(addressOf('soda', 3))).toEqual({ id: 'soda', step: '3' })
  expect(readAddress(addressOf('soda', 'end'))).toEqual({ id: 'soda', step: 'end' })
  expect(readAddress(addressOf('soda', 'print'))).toEqual({ id: 'soda', step: 'print' })
})
