import { lab } from 'd3'
import { expect, test } from 'vitest'
import { cssOf, ramp, readRgb } from './ramp.ts'

const [deep, high] = [readRgb('rgb(110, 176, 204)'), readRgb('rgb(250, 249, 245)')]

test('it begins and ends with the given colours', () => {
  const colors = ramp(deep, high, 12)
  expect(cssOf(colors[0] ?? deep)).toBe('rgb(110, 176, 204)')
  expect(cssOf(colors[11] ?? deep)).toBe('rgb(250, 249, 245)')
})

test('every step is equally far for the eye, as far as whole numbers of a screen tell', () => {
  const labs = ramp(deep, high, 20).map((color) => lab(cssOf(color)))
  const steps = labs.slice(1).map(({ l, a, b }, i) => {
    const before = labs[i] as (typeof labs)[number]
    return Math.hypot(l - before.l, a - before.a, b - before.b)
  })
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
  for (const step of steps) expect(Math.abs(step - mean)).toBeLessThan(0.7)
})
