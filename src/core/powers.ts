// β^t for one t after the other. Errors of β^t grow by 1/(1 − β) in the bias correction 1 − β^t, so it pays to round
// correctly, as C's pow does, which PyTorch calls: a running product in twice the precision (Dekker 1971). It has the same
// bits in every engine, unlike theirs.
import { split } from './fma.ts'

/** @returns base^t, for whole t from 1 on; as quick as can be where each is the one before or the next */
export function runningPower(base: number): (t: number) => number {
  const [baseHigh, baseLow] = split(base)
  let [at, value, rest] = [0, 1, 0]
  return (t) => {
    if (t < at) [at, value, rest] = [0, 1, 0]
    for (; at < t; at++) {
      const product = value * base
      const [high, low] = split(value)
      const error = high * baseHigh - product + high * baseLow + low * baseHigh + low * baseLow
      const tail = rest * base + error
      if (!Number.isFinite(tail)) return base ** t
      value = product + tail
      rest = tail - (value - product)
    }
    return value
  }
}

const kept = new Map<number, Float64Array>()
const most = 16
/** Powers at once: more are twice as many. */
const fewest = 256

/**
 * base^1 … base^count.
 * @returns element t − 1 is base^t; shared, not to be changed
 */
export function powersOf(base: number, count: number): Float64Array {
  const known = kept.get(base)
  if (known && known.length >= count) return known
  if (kept.size >= most) kept.delete(kept.keys().next().value as number)
  const power = runningPower(base)
  const length = Math.max(count, fewest, 2 * (known?.length ?? 0))
  const table = Float64Array.from({ length }, (_, i) => power(i + 1))
  kept.set(base, table)
  return table
}
