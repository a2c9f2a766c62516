// Which numbers a field takes, and what is said of others.
import { counted, plain } from '../../core/number.ts'

export interface Range {
  readonly least?: number
  readonly most?: number
  /** Parts of one are no numbers of this kind. */
  readonly isWhole?: boolean
  /** The least itself is none of them. */
  readonly isAbove?: boolean
  /** The most itself is none of them. */
  readonly isBelow?: boolean
}

export function isIn(range: Range, value: number): boolean {
  const { least = -Infinity, most = Infinity, isWhole, isAbove, isBelow } = range
  const isKind = isWhole ? Number.isSafeInteger(value) : Number.isFinite(value)
  const isAfter = isAbove ? value > least : value >= least
  const isBefore = isBelow ? value < most : value <= most
  return isKind && isAfter && isBefore
}

/** What must be in a field: a whole number from 1 to 256. */
export function rangeInWords({ least, most, isWhole, isAbove, isBelow }: Range): string {
  const written = isWhole ? counted : plain
  const kind = isWhole ? 'a whole number' : 'a number'
  if (least === undefined || most === undefined) {
    const from =
      least !== undefined && (isAbove ? ` above ${written(least)}` : `, ${written(least)} or more`)
    const to =
      most !== undefined && (isBelow ? ` below ${written(most)}` : `, at most ${written(most)}`)
    return `${kind}${from || to || ''}`
  }
  if (!isAbove && !isBelow) return `${kind} from ${written(least)} to ${written(most)}`
  const from = isAbove ? `above ${written(least)}` : `of at least ${written(least)}`
  return `${kind} ${from} and ${isBelow ? `below ${written(most)}` : `at most ${written(most)}`}`
}

/** The next number up or down that is one of them; the same where there is none. */
export function nudged(range: Range, step: number, value: number, direction: 1 | -1): number {
  const { least = -Infinity, most = Infinity } = range
  const next = Number((value + direction * step).toFixed(10))
  const within = Math.max(least, Math.min(most, next))
  return isIn(range, within) ? within : value
}
