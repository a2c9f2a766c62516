import { expect, test } from 'vitest'
import { heightAt } from './heightAt.ts'
import { readLoss } from './loss.ts'

test.each([
  // Rounding leaves 8·10⁻³¹ here.
  ['himmelblau', [-2.805118086952745, 3.131312518250573], 0],
  ['(x - 0.1)^2', [0.1 + 1e-17], 0],
  ['cos(x) + 1', [Math.PI], 0],
  // These are small, and known to all digits.
  ['x^2 + 1e-30', [0], 1e-30],
  ['(x - 0.1)^2 + 1e-30', [0.1], 1e-30],
  ['1e-9*(x - 3)^2', [3.5], 2.5e-10],
  ['x^2 - 12', [0], -12],
] as const)('%s at %j is %d high', (f, at, height) => {
  expect(heightAt(readLoss(f), at)).toBe(height)
})
