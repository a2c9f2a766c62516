// β^t for all t at once. Errors of β^t grow by 1/(1 − β) in the bias correction 1 − β^t, so it pays to round correctly,
// as C's pow does, which PyTorch calls: a running product in twice the precision (Dekker 1971).

import { split } from '../fma.ts'

const kept = new Map<number, Float64Array>()
const most = 16

/**
 * base^1 … base^count.
 * @returns element t − 1 is base^t; shared, not to be changed
 */
export function powersOf(base: number, count: number): Float64Array {
  const known = kept.get(base)
  if (known && known.length >= count) return known
  if (kept.size >= most) kept.delete(kept.keys().next().value as number)
  const table = runningPowers(base, Math.max(count, 2 * (known?.length ?? 0)))
  kept.set(base, table)
  return table
}

function runningPowers(base: number, count: number): Float64Array {
  const table = new Float64Array(count)
  const [baseHigh, baseLow] = split(base)
  let value = 1
  let rest = 0
  for (let t = 0; t < count; t++) {
    const product = value * base
    const [high, low] = split(value)
    const error = high * baseHigh - product + high * baseLow + low * baseHigh + low * baseLow
    const tail = rest * base + error
    if (!Number.isFinite(tail)) return table.map((_, i) => base ** (i + 1))
    value = product + tail
    rest = tail - (value - product)
    table[t] = value
  }
  return table
}
