// How near a run came to the minimum beside its end, in digits.
import { pointAt, width } from '../../descent/steps.ts'
import { apart } from '../../geometry.ts'
import { compileFunction } from '../../language/program.ts'
import { plain } from '../../number.ts'
import { isDeeper } from '../better.ts'
import type { Evidence } from '../evidence.ts'
import { minimumBeside } from '../ground.ts'
import { lowerGround } from '../lowerGround.ts'
import { pointInWords } from './words.ts'

type Point = readonly number[]

export interface Arrival {
  /** the minimum 12 at x = 5 */
  readonly name: string
  /** Somewhere it is lower. */
  readonly isLocal: boolean
  /** Decimal places of the point that are right, beside its size or the way that it came. */
  readonly digits: number
}

/** Nearer than this, of the way or of the size of the minimum, is almost there. */
const almost = 0.01

/** The minimum that a run has come to, exactly or almost, and not only in passing; nothing if it is elsewhere. */
export function arrival(evidence: Evidence): Arrival | undefined {
  const { prepared, recording, n, d } = evidence
  const at = minimumBeside(evidence)
  if (!at) return undefined
  const scale = Math.max(Math.hypot(...at), width(recording.x, 0, n, d))
  const last = [n, n - 1, n - 2].filter((k) => k >= 0)
  const off = Math.max(...last.map((k) => apart(at, pointAt(recording.x, k, d)))) / scale
  if (!(off <= almost)) return undefined
  const value = compileFunction(prepared.loss.expression, prepared.loss.variables)(...at)
  const rank = rankOf(evidence, at)
  const name = `${rank} ${plain(value)} at ${pointInWords(prepared.loss.variables, at)}`
  return {
    name,
    isLocal: rank === local,
    digits: Math.min(mostDigits, Math.floor(-Math.log10(2 * off))),
  }
}

const mostDigits = 12
const numerals = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** to four digits */
export const digitsInWords = (digits: number): string => `to ${numerals[digits]} digits`

const local = 'the local minimum'

/** What a minimum is among those that are known, or lower ground around it. */
export function rankOf(evidence: Evidence, at: Point): string {
  const { prepared, run } = evidence
  const { loss } = prepared
  if (run.settings.maximize === true) return 'the maximum'
  const value = compileFunction(loss.expression, loss.variables)
  const level = value(...at)
  if (loss.minima.length > 0) {
    const depths = loss.minima.map((point) => value(...point))
    if (depths.some((f) => isDeeper(f, level))) return local
    return loss.minima.length > 1 ? 'the deepest minimum' : 'the minimum'
  }
  return lowerGround(loss, at) ? local : 'the minimum'
}
