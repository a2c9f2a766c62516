// A run that goes to and fro: how wide, and whether its swings shrink.
import { width } from '../../descent/steps.ts'
import type { Extent, Outcome, Swing } from '../../descent/trace.ts'
import { distinct, mostFigures, plain } from '../../number.ts'
import type { Evidence } from '../evidence.ts'
import { same } from '../peaks.ts'
import { extentsOf } from '../swings.ts'
import { arrival } from './arrival.ts'
import { law } from './divergence.ts'
import type { Told } from './told.ts'
import { place } from './words.ts'

/** How many times as wide the later swings of a noisy run are if they grow; chance alone may double them. */
const clearly = 3

export function swinging(evidence: Evidence, { step, swing, ground }: Outcome): Told {
  if (!swing) return { words: withNoise(evidence, step) }
  const about = trend(swing)
  if (swing.isAhead && ground)
    return {
      words: `Oscillating, in the long run: it rests at ${arrival(evidence)?.name ?? place(evidence, evidence.n)}, but ${growing(swing)}.`,
    }
  if (swing.isAhead) return { words: `Oscillating since step ${step}: it ${about}.` }
  const where = `between ${endsInWords(evidence, swing.ends ?? lately(evidence, step))}`
  if (swing.ratio !== undefined && swing.ratio > 1 + same) {
    const known = law(evidence)
    // What is nearly 1 is not 1: 1.004.
    const times = plain(swing.ratio, Math.max(3, 2 + Math.ceil(-Math.log10(swing.ratio - 1))))
    return {
      words: `Swinging ever wider since step ${step}, now ${where}: ${known?.words ?? `each swing is about ${times} times as wide as the one before`}.`,
      ...(known && { formula: known.formula }),
      wish: 'smaller',
    }
  }
  return { words: `Oscillating since step ${step}, now ${where}: it ${about}.` }
}

const growing = (swing: Swing): string =>
  `its steps grow again, and from about step ${swing.begins} on it ${trend(swing)}`

/** swings from side to side, each time 2 % smaller */
export function trend({ ratio, width }: Swing): string {
  if (ratio === undefined) return `swings from side to side, ${plain(width, 2)} wide`
  if (ratio > 1 + same) return 'swings from side to side, ever wider'
  const how =
    ratio < 1 - same
      ? `each time ${plain(100 * (1 - ratio), 1)} % smaller`
      : `${plain(width, 2)} wide, and the swings do not get smaller`
  return `swings from side to side, ${how}`
}

function withNoise(evidence: Evidence, step: number): string {
  const { recording, n, d } = evidence
  const half = Math.floor((n - step) / 2)
  const growth = width(recording.x, n - half, n, d) / width(recording.x, n - 2 * half, n - half, d)
  const where = `between ${endsInWords(evidence, lately(evidence, step))}`
  if (growth > clearly) {
    const times = plain(growth ** (1 / half), 3)
    return `Swinging ever wider since step ${step}, now ${where}: each swing is about ${times} times as wide as the one before.`
  }
  return `Oscillating since step ${step}, ${where}: each step leads too far, and the noise never lets it settle.`
}

/** How far back the ends of the latest swings of a noisy run are looked for, in steps. */
const [long, short] = [50, 10]

const lately = ({ recording: { x }, n, d }: Evidence, since: number) =>
  extentsOf({
    x,
    d,
    from: Math.max(0, Math.min(since, n - 1), n - (n > long ? long : short)),
    to: n,
  })

/** Of the width: what is nearer to 0 is 0. */
const nothing = 1e-6

function endsInWords({ prepared }: Evidence, ends: readonly Extent[]): string {
  return ends
    .map(({ variable, least, most }) => {
      const [low = 0, high = 0] = [least, most].map((value) =>
        Math.abs(value) < nothing * (most - least) ? 0 : value,
      )
      const figures = figuresOfWidth(low, high)
      return `${prepared.loss.variables[variable]} = ${distinct(low, high, figures)} and ${distinct(high, low, figures)}`
    })
    .join(', ')
}

/** Far from 0 a narrow swing needs more of them: its ends are told as exactly as its width. */
const figuresOfWidth = (low: number, high: number): number => {
  const before = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high)) / (high - low)))
  return Math.min(mostFigures, Math.max(fewest, before + widthFigures))
}
const [fewest, widthFigures] = [4, 2]
