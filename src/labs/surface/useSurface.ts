import { useMemo, useState } from 'react'
import type { Region } from '../../core/landscape/landscape.ts'
import type { Loss } from '../../core/loss/loss.ts'
import { useShown } from '../../panels/lab/descents.ts'
import { type PlotZoom, useZoomedView } from '../../panels/plot/plotZoom.ts'
import { inkOf } from '../../plot/labels/ink.ts'
import { createOccupied, type Occupied } from '../../plot/labels/occupied.ts'
import type { Titles } from '../../plot/labels/titles.ts'
import { type PlotPath, pathFromAbove } from '../../plot/paths/plotPath.ts'
import { evenScaled, fitPlane } from '../../plot/plane/fitPlane.ts'
import type { Margins, Sheet, View } from '../../plot/view.ts'
import { type Marks, placeMarks } from './marks.ts'
import { type Seen, useLandscape } from './useLandscape.ts'

export interface Surface {
  readonly view: View
  readonly titles: Titles
  readonly loss: Loss
  readonly seen: Seen | undefined
  readonly paths: readonly PlotPath[]
  /** Of runs with mistakes: the same without them. */
  readonly corrected: ReadonlyMap<number, PlotPath>
  readonly marks: Marks
  /** Where the labels are that move. */
  readonly occupied: Occupied
  readonly start: { readonly x: number; readonly y: number }
}

/** How someone looks at it. */
interface Looking {
  readonly zoom: PlotZoom
  readonly isRelief: boolean
  /** The view stands still: something is dragged in it. */
  readonly isHeld: boolean
}

/** What the plot of the shown function looks like. Each part is made anew only when what it follows from has changed. */
export function useSurface(
  size: Sheet,
  margins: Margins,
  { zoom, isRelief, isHeld }: Looking,
): Surface {
  const { experiment, prepared, traces, corrected: right } = useShown()
  const { loss } = prepared
  const paths = useMemo(() => traces.map(pathFromAbove), [traces])
  const corrected = useMemo(
    () => new Map([...right].map(([run, trace]) => [run, pathFromAbove(trace)])),
    [right],
  )
  const { asked } = zoom
  const all = useMemo(() => fitPlane(prepared, paths), [prepared, paths])
  const region = useMemo(
    () => (asked ? fitPlane(prepared, paths, asked) : all),
    [prepared, paths, asked, all],
  )
  const windows = useMemo(
    () => ({
      window: evenScaled(region, size, margins),
      all: evenScaled(all, size, margins),
    }),
    [region, all, size, margins],
  )
  const view = useZoomedView(zoom, { ...windows, isHeld }, size, margins)
  // A relief has no use for what stands beside the domain only to fill the picture.
  const looked = useMemo(
    () => (isRelief && region.y[0] < region.y[1] ? region : regionOf(view)),
    [isRelief, region, view],
  )
  const seen = useLandscape(
    { f: experiment.f, params: loss.parameters },
    view.width ? looked : undefined,
  )
  const [x = 0, y = 0] = prepared.start
  const start = useMemo(() => ({ x, y }), [x, y])
  const ink = useMemo(() => inkOf(linesOf(view, paths), view), [view, paths])
  const critical = seen?.critical
  const letters = loss.variables.join()
  const titles = useMemo(() => {
    const [x = 'x', y = 'y'] = letters.split(',')
    return { x, y }
  }, [letters])
  const marks = useMemo(
    () => placeMarks(view, critical ?? [], start, { ink, titles }),
    [view, critical, start, ink, titles],
  )
  const [occupied] = useState(createOccupied)
  return { view, titles, loss, seen, paths, corrected, marks, occupied, start }
}

/** Of longer paths only the beginning is kept free of labels. */
const mostSteps = 300

const linesOf = (view: View, paths: readonly PlotPath[]) =>
  paths.map(({ x, y }) =>
    Array.from(x.subarray(0, mostSteps), (at, k) => [view.x(at), view.y(y[k] as number)] as const),
  )

/** So much more than the picture is asked for, so that its edge is not seen when it moves a little. */
const air = 0.04

function regionOf({ x, y }: View): Region {
  const around = ([from = 0, to = 0]: readonly number[]): readonly [number, number] => [
    from - air * (to - from),
    to + air * (to - from),
  ]
  return { x: around(x.domain()), y: around(y.domain()) }
}
