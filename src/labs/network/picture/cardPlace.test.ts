import { expect, test } from 'vitest'
import { cardPlace } from './cardPlace.ts'

const screen = { width: 1280, height: 720 }
const card = { width: 300, height: 220 }
const unitAt = (x: number, y: number) => ({ x, y, width: 40, height: 40 })

test('a card opens to the right of its unit, at the edge to the left', () => {
  expect(cardPlace(unitAt(400, 300), card, screen).x).toBeGreaterThan(440)
  const { x } = cardPlace(unitAt(1200, 300), card, screen)
  expect(x + card.width).toBeLessThan(1200)
})

test('where there is no room beside it, it opens below, or above', () => {
  const phone = { width: 360, height: 640 }
  expect(cardPlace(unitAt(160, 100), card, phone).y).toBeGreaterThan(140)
  const { y } = cardPlace(unitAt(160, 560), card, phone)
  expect(y + card.height).toBeLessThan(560)
})

test('it does not leave the screen', () => {
  for (const width of [320, 360, 800, 1280])
    for (const x of [0, 100, 300, width - 40])
      for (const y of [0, 300, 600]) {
        const box = cardPlace(unitAt(x, y), card, { width, height: 640 })
        expect(box.x).toBeGreaterThanOrEqual(0)
        expect(box.y).toBeGreaterThanOrEqual(0)
        expect(box.x + card.width).toBeLessThanOrEqual(width)
        expect(box.y + card.height).toBeLessThanOrEqual(640)
      }
})
