import { expect, test } from 'vitest'
import { type Column, cellText } from './columns.ts'
import { isIn, stepsIn } from './rowSelection.ts'

test('a range holds its steps, whichever way it was made', () => {
  expect(stepsIn({ anchor: 7, head: 5 }, 100)).toEqual([5, 6, 7])
  expect([4, 5, 7, 8].map((k) => isIn(k, { anchor: 7, head: 5 }))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(isIn(3, undefined)).toBe(false)
})

test('a range of a longer run ends with this one', () => {
  expect(stepsIn({ anchor: 8, head: 50 }, 10)).toEqual([8, 9])
  expect(stepsIn({ anchor: 80, head: 50 }, 10)).toEqual([9])
})

test('steps are whole numbers however many there are, values have six figures', () => {
  const column = (name: string): Column => ({
    key: name,
    name,
    latex: '',
    text: '',
    value: (k) => k,
  })
  expect(cellText(column('k'), 1_000_000)).toBe('1000000')
  expect(cellText(column('f'), 1_000_000)).toBe('10⁶')
})
