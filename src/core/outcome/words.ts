// Phrases that outcomes share.
import { plain } from '../number.ts'
import type { Evidence } from './evidence.ts'

export const count = (n: number): string => (n === 1 ? '1 step' : `${n.toLocaleString('en')} steps`)

export const pointAt = (x: Float64Array, k: number, d: number): number[] => [
  ...x.subarray(k * d, (k + 1) * d),
]

export const pointInWords = (variables: readonly string[], at: ArrayLike<number>): string =>
  variables.map((v, i) => `${v} = ${plain(at[i] as number)}`).join(', ')

/** Point k with its loss. */
export const place = ({ recording: { x, f }, prepared, d }: Evidence, k: number): string =>
  `${pointInWords(prepared.loss.variables, pointAt(x, k, d))}, f = ${plain(f[k] as number)}`

const most = 15

/** A number with as many figures as tell it from another one: "η·f̄″ = 2.002 > 2", not "2 > 2". */
export function distinct(value: number, from: number, figures = 4): string {
  let needed = figures
  while (needed < most && plain(value, needed) === plain(from, needed)) needed++
  return plain(value, needed)
}
