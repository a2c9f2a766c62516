// Values measured by levels: the bands between them are equally high on a logarithmic relief.
import { bisectRight, min } from 'd3'
import type { Levels } from '../../../core/landscape/landscape.ts'

export type Measure = (value: number) => number

/** Places on the relief above the plateau are drawn up to this height, so that float32 can tell it from 1. */
const highest = 4

/**
 * Which band a value is in: 0 at the lowest level, 1 at the next one, and so on; between them as the levels lie
 * (logarithmic or linear), below the lowest one linear down to −1 at the bottom.
 */
export function bandMeasure({ values, kind, floor }: Levels, bottom: number): Measure {
  const [first, last] = [values[0], values.length - 1]
  if (first === undefined) return () => -1
  const base = kind === 'logarithmic' ? floor : 0
  const bend = kind === 'logarithmic' ? Math.log : (value: number) => value
  const bent = values.map((level) => bend(level - base))
  return (value) => {
    if (value < first) return Math.max(-1, (value - first) / (first - bottom))
    if (last === 0) return (value - first) / Math.abs(first - bottom || 1)
    const high = Math.min(last, bisectRight(values, value))
    const low = high - 1
    const from = bent[low] as number
    return low + (bend(value - base) - from) / ((bent[high] as number) - from)
  }
}

/** How high a value is drawn: 0 at the bottom, 1 at the highest level; beyond it the plateau cuts it off. */
export function heightMeasure(
  band: Measure,
  levels: Levels,
  bottom: number,
  isLog: boolean,
): Measure {
  const top = levels.values.at(-1) ?? bottom
  const [low, high] = isLog ? [band(bottom), band(top)] : [bottom, top]
  if (!(high > low)) return (value) => (value > top ? highest : 0)
  const measured: Measure = isLog ? band : (value) => value
  return (value) => Math.min(highest, Math.max(0, (measured(value) - low) / (high - low)))
}

/** The lowest finite value, but a pole reaches only as far below the levels as they reach themselves. */
export function bottomOf(values: Float64Array, levels: Levels): number {
  const lowest = min(values, (value) => (value > -Infinity ? value : undefined)) ?? Infinity
  const [first, last] = [levels.values[0], levels.values.at(-1)]
  if (first === undefined || last === undefined || first === last) return lowest
  return Math.max(lowest, first - (last - first))
}
