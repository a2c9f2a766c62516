import { expect, test } from 'vitest'
import { chooseLayout, type LineSize } from './fitFormula.ts'

const line = (right: number, numbers: number): LineSize => ({
  left: 40,
  right: [right, 24],
  numbers: [numbers, 24],
})
const room = { width: 400, height: 300, em: 13, columnGap: 5, rowGap: 8 }

test('short rules are written large, numbers beside where they fit', () => {
  const { size, beside, broken } = chooseLayout([line(60, 60)], { ...room, width: 450 })
  expect({ size, beside, broken }).toEqual({ size: 2.2, beside: [true], broken: false })
})

test('what would be cut off is written smaller, numbers below', () => {
  const { size, beside, broken } = chooseLayout([line(200, 290), line(60, 60)], room)
  expect({ size, beside, broken }).toEqual({ size: 1.1, beside: [false, true], broken: false })
  expect((40 + 5 + 290 + 1.6 * 13) * size).toBeLessThanOrEqual(400)
})

test('many lines are written so small that they can be seen at once, and never smaller than the least type', () => {
  const lines = Array.from({ length: 7 }, () => line(200, 200))
  expect(chooseLayout(lines, { ...room, height: 520 }).size).toBe(1.25)
  expect(chooseLayout(lines, { ...room, height: 100 }).size).toBe(1)
  expect(chooseLayout(lines, { ...room, height: Infinity }).size).toBe(1.4)
})

test('what is too wide even so is broken into lines', () => {
  expect(chooseLayout([line(200, 3000)], room)).toMatchObject({ size: 1, broken: true })
})

test('numbers too wide for their column begin at the left edge, and only they', () => {
  expect(chooseLayout([line(200, 3000)], room).hang).toBe(40 + 5)
  expect(chooseLayout([line(3000, 200)], room)).toMatchObject({ broken: true, hang: 0 })
  expect(chooseLayout([line(90, 60)], room).hang).toBe(0)
})

test('once chosen, a size stays: wider numbers go below, and then into lines', () => {
  const wider = [40, 60, 90, 400].map((numbers) => chooseLayout([line(90, numbers)], room, 2))
  expect(wider.map(({ size }) => size)).toEqual([2, 2, 2, 2])
  expect(wider.map(({ broken }) => broken)).toEqual([false, false, false, true])
  expect(chooseLayout([line(30, 40)], room, 2).beside).toEqual([true])
  expect(chooseLayout([line(30, 120)], room, 2).beside).toEqual([false])
})
