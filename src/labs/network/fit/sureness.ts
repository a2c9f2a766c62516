// How sure a network is of the class that it means, as what can be interpolated, and how strongly that is painted.
import { type Reading, shareIn } from '../../../core/networks/answers.ts'

/** Scores of classes at the points of a grid, row by row from the bottom, and the class with the largest one. */
export interface ScoreGrid {
  readonly columns: number
  readonly rows: number
  readonly reading: Reading
  readonly scores: ArrayLike<number>
  readonly meant: Uint8Array
}

/** How strong a colour is where all classes are as likely, and where one is certain. */
const faintest = 0.1
const strongest = 0.46

/** How strong the colour of a class is by its share. Where there is no answer it is not there. */
export function strengthOf(share: number, classes: number): number {
  if (Number.isNaN(share)) return 0
  const even = 1 / Math.max(2, classes)
  return faintest + (strongest - faintest) * Math.max(0, (share - even) / (1 - even))
}

/**
 * What of a share is as good as linear between points: of two classes with cross-entropy the logarithm of its odds is,
 * with the mean squared error the share itself.
 */
const isByOdds = ({ loss }: Reading) => loss === 'cross-entropy'

/** By point of the grid, how sure the class is that is meant there. */
export function surenessOf({ scores, meant, reading }: ScoreGrid): Float32Array {
  const { classes } = reading
  const byOdds = isByOdds(reading)
  return Float32Array.from(meant, (of, i) => {
    if (byOdds) return oddsOf(scores, i * classes, of, classes)
    return shareIn(scores, i * classes, of, reading)
  })
}

/** Less than this share of the largest (as a logarithm) changes no colour. */
const negligible = -8

/** The logarithm of the odds of a class against all others: its score less the logarithm of the sum of their powers of e. */
function oddsOf(scores: ArrayLike<number>, from: number, of: number, classes: number): number {
  let rival = Number.NEGATIVE_INFINITY
  for (let k = 0; k < classes; k++)
    if (k !== of) rival = Math.max(rival, scores[from + k] as number)
  let total = 0
  for (let k = 0; k < classes; k++) {
    const behind = (scores[from + k] as number) - rival
    if (k !== of && behind > negligible) total += behind === 0 ? 1 : Math.exp(behind)
  }
  return (scores[from + of] as number) - rival - (total === 1 ? 0 : Math.log(total))
}

/** Strengths by sureness, looked up since there are many pixels. */
export interface Strengths {
  /** From 0 to 255. */
  readonly table: Uint8Array
  /** The sureness of the first one, and how many there are for 1. */
  readonly from: number
  readonly fineness: number
}

/** Of more and of less odds than these nothing is seen. */
const odds = { from: -4, to: 10, fineness: 32 }
const shares = { from: 0, to: 1, fineness: 256 }

export function strengthsFor(reading: Reading): Strengths {
  const byOdds = isByOdds(reading)
  const { from, to, fineness } = byOdds ? odds : shares
  const table = Uint8Array.from({ length: (to - from) * fineness + 1 }, (_, i) => {
    const sureness = from + i / fineness
    const share = byOdds ? 1 / (1 + Math.exp(-sureness)) : sureness
    return Math.round(255 * strengthOf(share, reading.classes))
  })
  return { table, from, fineness }
}

/** The strength of a sureness, at the end of the table for what lies beyond it; 0 for what is no number. */
export function strengthIn({ table, from, fineness }: Strengths, sureness: number): number {
  const at = Math.round((sureness - from) * fineness)
  return table[at < 0 ? 0 : at >= table.length ? table.length - 1 : at] ?? 0
}
