// The loss landscape of a network in words.
import type { Landscape } from '../../../core/landscape/landscape.ts'
import { counted, plain } from '../../../core/number.ts'
import type { Slice } from './useSlice.ts'

/** The sign stays with its number. */
const percent = (share: number) => `${plain(100 * share, 2)}\u00a0%`
const at = (x: number, y: number) => `(${plain(x, 2)}, ${plain(y, 2)})`

/** What the axes say: a principal direction says how much of the path it explains. */
export function planeTitles(explained: Slice['explained']): {
  readonly x: string
  readonly y: string
} {
  const title = (k: 0 | 1) =>
    explained
      ? `direction ${k + 1} (explains ${percent(explained[k])})`
      : `random direction ${k + 1}`
  return { x: title(0), y: title(1) }
}

/** The lowest loss of what is known, and where. */
export function lowestInWords({ values, columns, rows, region: { x, y } }: Landscape): string {
  let lowest = -1
  values.forEach((value, i) => {
    if (Number.isFinite(value) && !(value >= (values[lowest] ?? Infinity))) lowest = i
  })
  if (lowest < 0) return 'The loss has no finite value in sight.'
  const place = ([from, to]: readonly [number, number], k: number, count: number) =>
    from + ((to - from) * k) / (count - 1)
  const across = place(x, lowest % columns, columns)
  const up = place(y, Math.floor(lowest / columns), rows)
  return `Lowest loss in sight: ${plain(values[lowest] as number)} at ${at(across, up)}.`
}

/** By which points the loss is measured, where these are not all. */
export function measuredInWords({ points, of }: Slice['measured']): string {
  if (points >= of) return ''
  return `So that it is there in time, the loss is measured over ${counted(points)} of the ${counted(of)} training points.`
}

/** How far paths are from the plane that they are drawn on. */
export function outsideInWords(paths: Slice['paths']): string {
  const most = paths
    .flatMap(({ outside }) => [outside.at(0) ?? 0, outside.at(-1) ?? 0])
    .filter(Number.isFinite)
    .reduce((a, b) => Math.max(a, b), 0)
  if (most < leastOutside) return ''
  return `Paths are seen from above the plane: where they begin and end, up to ${percent(most)} of the distance from (0, 0) lies outside of it.`
}
/** Less is not worth a word. */
const leastOutside = 0.005

/** Where a path begins and ends, and how high the landscape is there. */
export function pathInWords(
  name: string,
  { points }: Slice['paths'][number],
  heights: Landscape | undefined,
): string {
  const place = (k: number) => {
    const [x = Number.NaN, y = Number.NaN] = points.subarray(2 * k, 2 * k + 2)
    const height = heights ? heightAt(heights, x, y) : Number.NaN
    if (!Number.isFinite(x + y)) return 'where nothing is finite'
    return Number.isFinite(height)
      ? `at ${at(x, y)}, where the loss is ${plain(height)}`
      : `at ${at(x, y)}`
  }
  if (points.length === 0) return ''
  return `${name} begins ${place(0)}, and ends ${place(points.length / 2 - 1)}.`
}

/** The height between the four points of the grid around a place; NaN out of sight. */
export function heightAt(
  { values, columns, rows, region }: Landscape,
  x: number,
  y: number,
): number {
  const along = ([from, to]: readonly [number, number], value: number, count: number) =>
    ((value - from) / (to - from)) * (count - 1)
  const [c, r] = [along(region.x, x, columns), along(region.y, y, rows)]
  if (!(c >= 0 && c <= columns - 1 && r >= 0 && r <= rows - 1)) return Number.NaN
  const [left, low] = [Math.min(columns - 2, Math.floor(c)), Math.min(rows - 2, Math.floor(r))]
  const value = (row: number, column: number) => values[row * columns + column] as number
  const between = (row: number) =>
    value(row, left) + (c - left) * (value(row, left + 1) - value(row, left))
  return between(low) + (r - low) * (between(low + 1) - between(low))
}
