// The numbers of a layer as shapes in a box of a unit square: what stretches them is the page.

import type { Histogram } from '../../../core/networks/moment.ts'
import { healthyRatio } from '../../../core/networks/vanishing.ts'
import { plain } from '../../../core/number.ts'

/** Ends of the scale of ratios. */
export const ratioScale = { from: 1e-7, to: 1 } as const
/** Ratios up to so many times as large or small as the healthy one are healthy too. */
const about = 5

/** Where a ratio lies on its logarithmic scale, from 0 to 1; beyond its ends, at them. */
export function placeOfRatio(ratio: number): number {
  const { from, to } = ratioScale
  const place = Math.log(ratio / from) / Math.log(to / from)
  return Math.max(0, Math.min(1, place))
}

/** The stretch of that scale that is healthy. */
export const healthyStretch = {
  from: placeOfRatio(healthyRatio / about),
  middle: placeOfRatio(healthyRatio),
  to: placeOfRatio(healthyRatio * about),
} as const

/** How a ratio is to be taken. */
export function ratioInWords(ratio: number): string {
  if (Number.isNaN(ratio)) return 'no step yet'
  if (ratio < healthyRatio / about) return 'low'
  return ratio > healthyRatio * about ? 'high' : 'healthy'
}

/** Equal parts as stairs over a unit square, the fullest as high as the square. */
export function histogramPath({ counts }: Histogram): string {
  const most = counts.reduce((a, b) => Math.max(a, b), 0)
  if (most === 0) return ''
  const path = Array.from(counts, (count, i) => {
    const top = 1 - count / most
    return `V${top.toFixed(3)}H${((i + 1) / counts.length).toFixed(4)}`
  })
  return `M0,1${path.join('')}V1Z`
}

/** Where 0 lies in a histogram, from 0 to 1; nothing where it lies outside. */
export function placeOfZero({ from, to }: Histogram): number | undefined {
  return from <= 0 && to >= 0 && from < to ? -from / (to - from) : undefined
}

/** Its ends: ±0.31 where they are as far from 0, else both. */
export function rangeInWords({ from, to }: Histogram): string {
  if (from === to) return plain(from, 2)
  return from === -to ? `±${plain(to, 2)}` : `${plain(from, 2)} … ${plain(to, 2)}`
}
