import { expect, test } from 'vitest'
import { layoutOf } from './layout.ts'
import { room } from './test/room.ts'
import { nextUnit } from './walk.ts'

const layout = layoutOf([2, 256, 3], room, [0, 10])
const drawn = layout.columns[1]?.ys.length ?? 0

test('up and down lead through a whole layer, beyond what is drawn too', () => {
  const last = { column: 1, unit: 10 + drawn - 1 }
  expect(nextUnit(layout, last, 'ArrowDown')).toEqual({ column: 1, unit: 10 + drawn })
  expect(nextUnit(layout, { column: 1, unit: 10 }, 'ArrowUp')).toEqual({ column: 1, unit: 9 })
  expect(nextUnit(layout, last, 'Home')).toEqual({ column: 1, unit: 0 })
  expect(nextUnit(layout, last, 'End')).toEqual({ column: 1, unit: 255 })
})

test('left and right lead to what is nearest among the drawn', () => {
  expect(nextUnit(layout, { column: 0, unit: 0 }, 'ArrowRight')?.unit).toBeLessThan(10 + drawn / 2)
  expect(nextUnit(layout, { column: 1, unit: 10 }, 'ArrowRight')).toEqual({ column: 2, unit: 0 })
  expect(nextUnit(layout, { column: 2, unit: 2 }, 'ArrowLeft')?.unit).toBeGreaterThan(
    10 + drawn / 2,
  )
})

test('at the ends, and by other keys, nothing is reached', () => {
  expect(nextUnit(layout, { column: 0, unit: 0 }, 'ArrowUp')).toBeUndefined()
  expect(nextUnit(layout, { column: 0, unit: 0 }, 'ArrowLeft')).toBeUndefined()
  expect(nextUnit(layout, { column: 2, unit: 2 }, 'ArrowRight')).toBeUndefined()
  expect(nextUnit(layout, { column: 2, unit: 2 }, 'ArrowDown')).toBeUndefined()
  expect(nextUnit(layout, { column: 0, unit: 0 }, 'a')).toBeUndefined()
})
