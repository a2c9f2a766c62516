// How near a run came to the minimum beside its end, in digits.
import { pointAt, width } from '../../descent/steps.ts'
import { apart } from '../../geometry.ts'
import { compileFunction } from '../../language/program.ts'
import type { Loss } from '../../loss/loss.ts'
import { plain } from '../../number.ts'
import { isDeeper } from '../better.ts'
import type { Evidence } from '../evidence.ts'
import { minimumBeside } from '../ground.ts'
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

/** Samples in all, and how far they reach: as many times the size of the point. */
const [samples, reach] = [2000, 2]

interface Place {
  readonly at: Point
  readonly f: number
}

/** A place around a minimum that is lower still: the lowest of a grid; with more than two variables nobody looks. */
export function lowerGround(loss: Loss, at: Point): Place | undefined {
  const d = at.length
  if (d > 2) return undefined
  const value = compileFunction(loss.expression, loss.variables)
  const half = reach * (1 + Math.hypot(...at))
  const side = Math.round(samples ** (1 / d))
  const along = (i: number) => half * ((2 * i) / (side - 1) - 1)
  const level = value(...at)
  let lowest: Place | undefined
  for (let k = 0; k < side ** d; k++) {
    const offsets = [along(k % side), along(Math.floor(k / side))]
    const point = at.map((v, i) => v + (offsets[i] as number))
    const f = value(...point)
    if (isDeeper(f, level) && !(f >= (lowest?.f ?? Infinity))) lowest = { at: point, f }
  }
  return lowest
}
