// The paths of a race on a slice as a plot has them.

import { type Box, boxAround, labelArea } from '../../../plot/labels/box.ts'
import { inkOf } from '../../../plot/labels/ink.ts'
import { around, type LabelSpace, placeLabels } from '../../../plot/labels/placeLabels.ts'
import { type Titles, titleBoxes } from '../../../plot/labels/titles.ts'
import type { PlotPath } from '../../../plot/paths/plotPath.ts'
import type { View } from '../../../plot/view.ts'
import type { Slice } from './useSlice.ts'

const noProbes = { step: new Int32Array(), x: new Float64Array(), y: new Float64Array() }

export const plotPaths = (paths: Slice['paths'], names: readonly string[]): PlotPath[] =>
  paths.map(({ points }, run) => ({
    label: names[run] ?? '',
    x: points.filter((_, i) => i % 2 === 0),
    y: points.filter((_, i) => i % 2 === 1),
    probes: noProbes,
  }))

/** Where the race begins, and what labels have to keep away from. */
export interface Beginning {
  readonly x: number
  readonly y: number
  readonly words: string
  /** None where there is no room for the words. */
  readonly box: Box | undefined
  readonly taken: readonly Box[]
  readonly space: LabelSpace
}

const ringSize = 18

/** All racers begin at the same parameters. */
export function beginningOf(view: View, paths: readonly PlotPath[], titles: Titles): Beginning {
  const lines = paths.map(({ x, y }) =>
    Array.from(x, (at, k) => [view.x(at), view.y(y[k] as number)] as const),
  )
  const [x, y] = lines[0]?.[0] ?? [Number.NaN, Number.NaN]
  const space: LabelSpace = {
    bounds: labelArea(view),
    fontSize: view.text,
    ink: inkOf(lines, view),
  }
  const words = 'start'
  const taken = titleBoxes(view, titles)
  if (!Number.isFinite(x + y)) return { x, y, words, box: undefined, taken, space }
  taken.push(boxAround([x, y], ringSize))
  const spots = around({ x, y }, 'left', 'above', 'below', 'right')
  const [box] = placeLabels([{ text: words, spots, gap: 12, optional: 'near' }], space, taken)
  return { x, y, words, box, taken, space }
}

/** The moment whose point is nearest to a pixel, of any path, if one is within reach (in pixels). */
export function momentAt(
  paths: readonly PlotPath[],
  view: View,
  [x, y]: readonly [number, number],
  reach: number,
): number | undefined {
  let [nearest, least]: [number | undefined, number] = [undefined, reach]
  for (const path of paths)
    for (let k = 0; k < path.x.length; k++) {
      const distance = Math.hypot(view.x(path.x[k] as number) - x, view.y(path.y[k] as number) - y)
      if (distance < least) [nearest, least] = [k, distance]
    }
  return nearest
}
