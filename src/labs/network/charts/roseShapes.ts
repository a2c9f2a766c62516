// Gradients of single samples around their mean: how far they go, and how far the mean of a batch may be off.
import { plain } from '../../../core/number.ts'

/** A gradient beside the mean of all, in units of that mean's length. */
export interface Sample {
  /** In the direction of the mean: 1 is as far as the mean. */
  readonly along: number
  readonly across: number
}

export interface Spread {
  readonly along: number
  readonly across: number
}

/** How far out the picture goes: past all but the longest, and past the mean. */
export function reachOf(samples: readonly Sample[]): number {
  const lengths = samples
    .map(({ along, across }) => Math.max(Math.abs(along), Math.abs(across)))
    .sort((a, b) => a - b)
  const most = lengths[Math.floor(share * (lengths.length - 1))] ?? 1
  return air * Math.max(1, most)
}
const share = 0.95
const air = 1.15

/** Standard deviations of samples around (1, 0), along the mean and across it. */
export function spreadOf(samples: readonly Sample[]): Spread {
  const n = Math.max(1, samples.length - 1)
  const root = (of: (sample: Sample) => number) =>
    Math.sqrt(samples.reduce((sum, sample) => sum + of(sample) ** 2, 0) / n)
  return { along: root(({ along }) => along - 1), across: root(({ across }) => across) }
}

/** How far the mean of a batch is typically off: √batch times less than one sample. */
export const ofBatch = ({ along, across }: Spread, batch: number): Spread => ({
  along: along / Math.sqrt(batch),
  across: across / Math.sqrt(batch),
})

/** The samples as lines from 0, upward along the mean; all in one path. */
export const rosePath = (samples: readonly Sample[], scale: number): string =>
  samples
    .map(({ along, across }) => `M0,0L${pixel(scale * across)},${pixel(-scale * along)}`)
    .join('')

const farthest = 1e4
const pixel = (value: number) => Math.max(-farthest, Math.min(farthest, value)).toFixed(1)

/** What the picture says: how far samples scatter, and what the mean of a batch leaves of that. */
export function roseInWords(spread: number, batch: number): string {
  const single = `The gradient of a single sample is off by ${plain(spread, 2)} times the length of the mean`
  const mean = `the mean of ${batch} samples by ${plain(spread / Math.sqrt(batch), 2)} times`
  const more = 'four times as many samples halve that'
  return [single, ...(batch > 1 ? [`${mean}, √${batch} times less`] : []), `${more}.`].join('; ')
}
