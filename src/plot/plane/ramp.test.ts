import { expect, test } from 'vitest'
import { cssOf, ramp, readRgb, toLab } from './ramp.ts'

const [deep, high] = [readRgb('rgb(110, 176, 204)'), readRgb('rgb(250, 249, 245)')]

test('it begins and ends with the given colours', () => {
  const colors = ramp(deep, high, 12)
  expect(cssOf(colors[0] ?? deep)).toBe('rgb(110, 176, 204)')
  expect(cssOf(colors[11] ?? deep)).toBe('rgb(250, 249, 245)')
})

test('every step is equally far in OKLab', () => {
  const labs = ramp(deep, high, 20).map(toLab)
  const steps = labs.slice(1).map((lab, i) => {
    const before = labs[i] ?? lab
    return Math.hypot(...lab.map((value, j) => value - (before[j] ?? 0)))
  })
  for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 6)
})

test('white has lightness 1 and no hue', () => {
  const [lightness, a, b] = toLab([1, 1, 1])
  expect(lightness).toBeCloseTo(1, 6)
  expect(a).toBeCloseTo(0, 5)
  expect(b).toBeCloseTo(0, 5)
})
