import { expect, test } from 'vitest'
import { chooseLayout, type LineSize } from './fitFormula.ts'

const line = (right: number, numbers: number): LineSize => ({
  left: 40,
  right: [right, 24],
  numbers: [numbers, 24],
})
const room = { width: 400, height: 300, em: 15, columnGap: 5, rowGap: 8 }

test('short rules are written large, numbers beside where they fit', () => {
  const { size, beside, broken } = chooseLayout([line(60, 60)], room)
  expect({ size, beside, broken }).toEqual({ size: 2, beside: [true], broken: false })
})

test('what would be cut off is written smaller, numbers below', () => {
  const { size, beside } = chooseLayout([line(200, 360), line(60, 60)], room)
  expect(size).toBe(0.9)
  expect(beside).toEqual([false, true])
  expect((40 + 5 + 360 + 24) * size).toBeLessThanOrEqual(400)
})

test('many lines are written so small that they can be seen at once, and no smaller', () => {
  const lines = Array.from({ length: 7 }, () => line(200, 200))
  expect(chooseLayout(lines, { ...room, height: 340 }).size).toBe(0.8)
  expect(chooseLayout(lines, { ...room, height: 100 }).size).toBe(0.8)
  expect(chooseLayout(lines, { ...room, height: Infinity }).size).toBe(1.3)
})

test('what is too wide even so is broken into lines', () => {
  expect(chooseLayout([line(200, 3000)], room)).toMatchObject({ size: 0.6, broken: true })
})
