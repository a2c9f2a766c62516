// β^t for all t at once. Errors of β^t grow by 1/(1 − β) in the bias correction 1 − β^t, so it pays to round correctly,
// as C's pow does, which PyTorch calls: a running product in twice the precision (Dekker 1971).

import { split } from '../fma.ts'
import { evaluate } from '../language/program.ts'
import type { Step } from './step.ts'
import type { Varying } from './varying.ts'

/** The powers that a step looks up; t is counted from where the optimizer was new. */
export const powersIn = (
  { powers, program }: Step,
  hyper: (name: string) => number,
  began: number,
): Varying[] =>
  [...powers].map(([input, expression]) => {
    const base = evaluate(expression, hyper)
    let table = powersOf(base, 1)
    const fill: Varying['fill'] = (into, at, k, count) => {
      const first = k - began
      if (first + count > table.length) table = powersOf(base, first + count)
      if (count === 1) into[at] = table[first] as number
      else into.set(table.subarray(first, first + count), at)
    }
    return { register: program.input(input) as number, fill }
  })

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
  const table = runningPowers(base, Math.max(count, fewest, 2 * (known?.length ?? 0)))
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
    if (!Number.isFinite(tail)) return table.map((known, i) => (i < t ? known : base ** (i + 1)))
    value = product + tail
    rest = tail - (value - product)
    table[t] = value
  }
  return table
}
