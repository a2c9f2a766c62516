import { useCallback, useMemo, useState } from 'react'
import type { Trace } from '../../core/descent/trace.ts'
import type { Interval } from '../../core/experiment/experiment.ts'
import { compileFunction } from '../../core/language/program.ts'
import { minimaOn } from '../../core/loss/minimaOnInterval.ts'
import { functionName } from '../../core/loss/valueName.ts'
import { useShown } from '../../panels/lab/descents.ts'
import { type PlotZoom, useZoomedView } from '../../panels/plot/plotZoom.ts'
import { curvePath } from '../../plot/curvePath.ts'
import { fitWindow } from '../../plot/fitWindow.ts'
import { inkOf } from '../../plot/labels/ink.ts'
import { createOccupied, type Occupied } from '../../plot/labels/occupied.ts'
import type { Titles } from '../../plot/labels/titles.ts'
import type { Margins, Sheet, View } from '../../plot/view.ts'
import { type Marks, placeMarks } from './marks.ts'

export interface Curve {
  readonly view: View
  readonly variable: string
  readonly f: (x: number) => number
  /** The curve as an SVG path. */
  readonly path: string
  readonly marks: Marks
  /** Where the labels are that move. */
  readonly occupied: Occupied
  readonly titles: Titles
  readonly start: { readonly x: number; readonly f: number }
}

/** What the plot of the shown function looks like. Each part is made anew only when what it follows from has changed. */
export function useCurve(size: Sheet, margins: Margins, zoom: PlotZoom, isHeld: boolean): Curve {
  const { prepared, traces } = useShown()
  const { loss } = prepared
  const { expression } = loss
  const variable = loss.variables[0] as string
  const { asked } = zoom
  const all = useMemo(() => fitWindow(prepared, traces), [prepared, traces])
  const window = useMemo(
    () => (asked ? fitWindow(prepared, traces, asked) : all),
    [prepared, traces, asked, all],
  )
  // Zoomed or moved, the curve stays in view.
  const across = useCallback((x: Interval) => fitWindow(prepared, traces, [x]), [prepared, traces])
  const view = useZoomedView(zoom, { window, all, isHeld, across }, size, margins)
  const f = useMemo(() => compileFunction(expression, [variable]), [expression, variable])
  const path = useMemo(() => (size.width ? curvePath(f, view) : ''), [f, view, size.width])
  const [from = 0, to = 0] = view.x.domain()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the expression says all of the loss, parameters included
  const minima = useMemo(() => minimaOn(loss, [from, to]), [expression, from, to])
  const x = prepared.start[0] as number
  const start = useMemo(() => ({ x, f: f(x) }), [f, x])
  const ink = useMemo(() => inkOf(linesOf(view, f, traces), view), [view, f, traces])
  const axes = loss.entry?.axes
  const titles = useMemo(
    () => ({
      x: axes?.[variable] ?? variable,
      y: axes?.f ?? functionName([variable]),
      isAbove: axes?.f !== undefined,
    }),
    [axes, variable],
  )
  const slope = traces[0]?.grad[0] ?? NaN
  const marks = useMemo(
    () => placeMarks(view, minima, start, { ink, titles, slope }),
    [view, minima, start, ink, titles, slope],
  )
  const [occupied] = useState(createOccupied)
  return { view, variable, f, path, marks, occupied, start, titles }
}

const pixelsPerPoint = 5
/** Of longer paths only the beginning is kept free of labels. */
const mostSteps = 300

/** The curve and the paths, for labels to keep away from. */
function linesOf(view: View, f: (x: number) => number, traces: readonly Trace[]) {
  const { margins, width } = view
  const columns = Math.max(0, Math.ceil((width - margins.left - margins.right) / pixelsPerPoint))
  const curve = Array.from({ length: columns }, (_, i) => {
    const pixel = margins.left + i * pixelsPerPoint
    return [pixel, view.y(f(view.x.invert(pixel)))] as const
  })
  const paths = traces.map(({ x, f: values }) =>
    Array.from(
      x.subarray(0, mostSteps),
      (at, k) => [view.x(at), view.y(values[k] as number)] as const,
    ),
  )
  return [curve, ...paths]
}
