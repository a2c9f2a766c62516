// The values of a map as shares of its colours.
import { meaningOf } from '../../core/maps/atlas.ts'
import { linear, logarithmic, type PlotScale } from '../../plot/scale.ts'
import type { MapPicture } from './picture.ts'

/** What is further out than nearly all has the colour of the last: one pixel does not take the colours of all others. */
const outliers = 0.01
/** Values whose largest is so many times the least are told apart by ratios. */
const wide = 100

/** From values to numbers between 0 and 1; nothing where there are none. */
export function valueScale({
  values,
  outcomes,
  map: { show },
}: Pick<MapPicture, 'values' | 'outcomes' | 'map'>): PlotScale | undefined {
  // What diverges has the last colour, however far it has come, so that the others keep theirs apart.
  const staying = values.filter((_, i) => meaningOf(outcomes[i] as number).kind !== 'diverges')
  const sorted = (staying.length ? staying : values).filter(Number.isFinite).sort()
  if (sorted.length === 0) return undefined
  const atShare = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number
  const [least, most] = [atShare(outliers), atShare(1 - outliers)]
  // Counts of steps begin at 0, which has no logarithm.
  const low = show === 'steps' ? Math.max(1, least) : least
  const isWide = low > 0 && most > wide * low
  return (isWide ? logarithmic : linear)([low, most], [0, 1])
}

/** Where a value is among the colours: at an end for what is beyond it, for infinite ones too; NaN where there is none. */
export function shareAmong(scale: PlotScale, value: number): number {
  if (Number.isNaN(value)) return Number.NaN
  const [least = 0] = scale.domain()
  const share = value < least ? 0 : value === Number.POSITIVE_INFINITY ? 1 : scale(value)
  return Math.max(0, Math.min(1, share))
}
