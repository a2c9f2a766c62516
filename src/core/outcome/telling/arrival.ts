// How near a run came to the minimum beside its end, in digits.
import { pointAt, wholeWidth } from '../../descent/steps.ts'
import { apart } from '../../geometry.ts'
import { heightAt } from '../../loss/heightAt.ts'
import type { Loss } from '../../loss/loss.ts'
import { plain } from '../../number.ts'
import type { Evidence } from '../evidence.ts'
import { minimumBeside } from '../ground.ts'
import { rankOf } from './rank.ts'
import { pointInWords } from './words.ts'

type Point = readonly number[]

export interface Arrival {
  /** the minimum 12 at x = 5 */
  readonly name: string
  /** Somewhere it is lower. */
  readonly isLocal: boolean
  /** Decimal places of the point that are right, beside its size or the way that it came, as far as it is seen. */
  readonly digits: number
  /** The point, with as many figures as tell it from the minimum. */
  readonly point: string
  /** How far above the minimum f is: right in as many digits as the point; clearly; or far, beside the size of both. */
  readonly height: 'none' | 'some' | 'steep'
}

/** Nearer than this, of the way or of the size of the minimum, is almost there. */
const almost = 0.01

/** The minimum that a run has come to, exactly or almost, and not only in passing; nothing if it is elsewhere. */
export function arrival(evidence: Evidence): Arrival | undefined {
  const { prepared, recording, n, d } = evidence
  const at = minimumBeside(evidence)
  if (!at) return undefined
  const way = wholeWidth(recording.x, d)
  const scale = Math.max(Math.hypot(...at), Math.min(way, viewOf(prepared.loss)))
  const last = [n, n - 1, n - 2].filter((k) => k >= 0)
  const off = Math.max(...last.map((k) => apart(at, pointAt(recording.x, k, d)))) / scale
  if (!(off <= almost)) return undefined
  const value = heightAt(prepared.loss, at)
  const above = Math.abs((recording.f[n] as number) - value) / Math.max(1, Math.abs(value))
  const rank = rankOf(evidence, at)
  const name = `${rank} ${plain(value)} at ${pointInWords(prepared.loss.variables, at)}`
  return {
    name,
    isLocal: rank === 'the local minimum',
    digits: Math.min(mostDigits, Math.floor(-Math.log10(2 * off))),
    point: beside(prepared.loss.variables, pointAt(recording.x, n, d), at),
    height: above <= level ? 'none' : above <= 1 ? 'some' : 'steep',
  }
}

/** Beside the value of the minimum, or beside 1: what is higher is not at the minimum. */
const level = 1e-3
/** How wide a function is shown that is not in the catalogue. */
const plainView = 10

/** Nobody sees that the last bit of a way is short beside what was far outside. */
const viewOf = ({ entry }: Loss): number =>
  entry ? Math.max(...entry.domain.map(([from, to]) => to - from)) : plainView

/** Of a coordinate: what differs less is the same. */
const same = 1e-6

const beside = (variables: readonly string[], point: Point, at: Point): string =>
  variables
    .map((letter, i) => {
      const [value, other] = [point[i] as number, at[i] as number]
      const isSame = Math.abs(value - other) <= same * Math.abs(other)
      const zeros = isSame ? 0 : Math.ceil(Math.log10(Math.abs(other / (value - other))))
      return `${letter} = ${plain(value, Math.max(4, zeros + 2))}`
    })
    .join(', ')

const mostDigits = 12
const numerals = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** to four digits */
export const digitsInWords = (digits: number): string => `to ${numerals[digits]} digits`
