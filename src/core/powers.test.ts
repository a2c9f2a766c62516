import { expect, test } from 'vitest'
import { powersOf } from './powers.ts'

/** base^t correctly rounded, by exact integers: base is p/2^s. */
function exactPower(base: number, t: number): number {
  let s = 0
  let p = base
  while (!Number.isInteger(p)) {
    p *= 2
    s++
  }
  const numerator = BigInt(p) ** BigInt(t)
  const shift = Math.max(0, numerator.toString(2).length - 64)
  const sticky = numerator & ((1n << BigInt(shift)) - 1n) ? 1n : 0n
  return Number((numerator >> BigInt(shift)) | sticky) * 2 ** (shift - s * t)
}

test.each([0.9, 0.999, 0.999999, 0.5, 0.3])('%f^t is correctly rounded', (base) => {
  const table = powersOf(base, 100)
  for (let t = 1; t <= 20; t++) expect(table[t - 1], `t = ${t}`).toBe(exactPower(base, t))
})

test('odd bases give what a power gives', () => {
  for (const base of [0, 1, -0.5, 3, 1e300, -2, Infinity, NaN]) {
    const table = powersOf(base, 12)
    table.forEach((value, i) => {
      const power = base ** (i + 1)
      if (Number.isFinite(power)) expect(value / (power || 1)).toBeCloseTo(power ? 1 : 0, 14)
      else expect(value).toBe(power)
    })
  }
})
