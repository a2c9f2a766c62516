// Phrases that outcomes share.
import { pointAt } from '../../descent/steps.ts'
import { plain } from '../../number.ts'
import type { Evidence } from '../evidence.ts'

export const count = (n: number): string => (n === 1 ? '1 step' : `${n.toLocaleString('en')} steps`)

export const pointInWords = (variables: readonly string[], at: ArrayLike<number>): string =>
  variables.map((v, i) => `${v} = ${plain(at[i] as number)}`).join(', ')

/** Point k with its loss. */
export const place = ({ recording: { x, f }, prepared, d }: Evidence, k: number): string =>
  `${pointInWords(prepared.loss.variables, pointAt(x, k, d))}, f = ${plain(f[k] as number)}`
