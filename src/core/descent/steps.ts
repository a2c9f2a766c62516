// The geometry of a path whose points are rows of d numbers.
import { hypotenuse } from '../geometry.ts'
import { plain } from '../number.ts'

/** Row k. */
export const pointAt = (x: Float64Array, k: number, d: number): number[] => [
  ...x.subarray(k * d, (k + 1) * d),
]

/** The length of row k. One and two coordinates, which are asked for at every step, make no garbage. */
export function distance(rows: Float64Array, k: number, d: number): number {
  const at = k * d
  if (d === 1) return Math.abs(rows[at] as number)
  if (d === 2) return hypotenuse(rows[at] as number, rows[at + 1] as number)
  return Math.hypot(...rows.subarray(at, at + d))
}

/** How far rows k and l lie from each other. */
export function between(x: Float64Array, k: number, l: number, d: number): number {
  let sum = 0
  for (let i = 0; i < d; i++) sum += ((x[l * d + i] as number) - (x[k * d + i] as number)) ** 2
  return Math.sqrt(sum)
}

/** How far the point moved in the step that led to row k. */
export const moved = (x: Float64Array, k: number, d: number): number => between(x, k - 1, k, d)

/** Whether the step from row k goes against the step that led there. */
export function turnsBack(x: Float64Array, k: number, d: number): boolean {
  let product = 0
  for (let i = 0; i < d; i++) {
    const here = x[k * d + i] as number
    product += (here - (x[(k - 1) * d + i] as number)) * ((x[(k + 1) * d + i] as number) - here)
  }
  return product < 0
}

/** The widest extent of rows from … to in any coordinate. */
export function width(x: Float64Array, from: number, to: number, d: number): number {
  let widest = 0
  for (let i = 0; i < d; i++) {
    const [least, most] = endsOf(x, from * d + i, to * d + i, d)
    widest = Math.max(widest, most - least)
  }
  return widest
}

/** The least and the largest of some numbers, however many. */
export function endsOf(
  values: Float64Array,
  from = 0,
  to = values.length - 1,
  stride = 1,
): readonly [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity]
  for (let k = from; k <= to; k += stride) {
    least = Math.min(least, values[k] as number)
    most = Math.max(most, values[k] as number)
  }
  return [least, most]
}

const widths = new WeakMap<Float64Array, number>()

/** The widest extent of a whole path: many ask for it, it is measured once. */
export function wholeWidth(x: Float64Array, d: number): number {
  const known = widths.get(x) ?? width(x, 0, x.length / d - 1, d)
  widths.set(x, known)
  return known
}

/** The first step from which on a loss has its last value, to the digits that are shown. */
export function settledAt(f: Float64Array): number {
  const shown = plain(f.at(-1) as number)
  let step = f.length - 1
  while (step > 0 && plain(f[step - 1] as number) === shown) step--
  return step
}

/** The first of some numbers that is none. */
export function firstNaN(column: Float64Array): number | undefined {
  for (let k = 0; k < column.length; k++) if (Number.isNaN(column[k])) return k
  return undefined
}
