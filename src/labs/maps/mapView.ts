// From the quantities of a map to the pixels of its plot.
import type { Axis } from '../../core/maps/axis.ts'
import type { PreparedMap } from '../../core/maps/prepareMap.ts'
import { linear, logarithmic } from '../../plot/scale.ts'
import { drawable, type Margins, type Sheet, type View } from '../../plot/view.ts'
import type { MapPixel } from './names.ts'

const scaleOf = ({ from, to, scale }: Axis, range: readonly [number, number]) =>
  drawable((scale === 'log' ? logarithmic : linear)([from, to], range))

/** The view of a map: its scales are those of its axes. */
export function mapView(
  sheet: Sheet,
  { x, y }: Pick<PreparedMap, 'x' | 'y'>,
  margins: Margins,
): View {
  const right = Math.max(margins.left + 1, sheet.width - margins.right)
  const bottom = Math.max(margins.top + 1, sheet.height - margins.bottom)
  return {
    ...sheet,
    margins,
    x: scaleOf(x, [margins.left, right]),
    y: scaleOf(y, [bottom, margins.top]),
  }
}

/** The same place in pixels of the map: from 0 at the left and at the bottom to its size. */
export function pixelView({ x, y, ...view }: View, size: number): View {
  const along = (scale: View['x']) => {
    const [from = 0, to = 1] = scale.range()
    return drawable(linear([0, size], [from, to]))
  }
  return { ...view, x: along(x), y: along(y) }
}

/** The pixel of a map under one of the plot. */
export function pixelUnder(
  { x, y }: View,
  { size, x: across, y: up }: PreparedMap,
  [left, top]: readonly [number, number],
): MapPixel | undefined {
  const along = (scale: View['x'], axis: PreparedMap['x'], at: number) => {
    const [a, b] = [scale(axis.from), scale(axis.to)]
    return Math.floor(((at - a) / (b - a)) * size)
  }
  const pixel = [along(x, across, left), along(y, up, top)] as const
  return pixel.every((at) => at >= 0 && at < size) ? pixel : undefined
}
