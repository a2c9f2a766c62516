import type { ZoomTransform } from 'd3'
import { useMemo, useState } from 'react'
import { compileFunction } from '../../core/language/program.ts'
import { fitWindow } from '../../plot/fit.ts'
import { minimaOn } from '../../plot/minima.ts'
import { curvePath } from '../../plot/sample.ts'
import { type Margins, type Size, type View, viewOf, type Window } from '../../plot/view.ts'
import { useShown } from './lab.ts'
import { type Marks, placeMarks } from './marks.ts'

export interface Curve {
  readonly view: View
  readonly variable: string
  /** The curve as an SVG path. */
  readonly path: string
  readonly marks: Marks
  readonly start: { readonly x: number; readonly f: number }
}

/** What the plot of the shown function looks like. Each part is made anew only when what it follows from has changed. */
export function useCurve(
  size: Size,
  margins: Margins,
  transform: ZoomTransform | undefined,
): Curve {
  const { prepared, traces } = useShown()
  const { loss } = prepared
  const { expression } = loss
  const variable = loss.variables[0] as string
  const window = useSameWindow(useMemo(() => fitWindow(prepared, traces), [prepared, traces]))
  const view = useMemo(
    () => viewOf(size, window, margins, transform),
    [size, window, margins, transform],
  )
  const f = useMemo(() => compileFunction(expression, [variable]), [expression, variable])
  const path = useMemo(() => (size.width ? curvePath(f, view) : ''), [f, view, size.width])
  const [from = 0, to = 0] = view.x.domain()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the expression says all of the loss, parameters included
  const minima = useMemo(() => minimaOn(loss, [from, to]), [expression, from, to])
  const x = prepared.start[0] as number
  const start = useMemo(() => ({ x, f: f(x) }), [f, x])
  const marks = useMemo(() => placeMarks(view, minima, start, smallText()), [view, minima, start])
  return { view, variable, path, marks, start }
}

/** The size of secondary text in pixels, as styles/tokens.css has it. */
const smallText = () =>
  0.8125 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

/** The window object of before while its numbers are the same, so that nothing is drawn anew for nothing. */
function useSameWindow(window: Window): Window {
  const [kept, keep] = useState(window)
  const same = [...kept.x, ...kept.y].join() === [...window.x, ...window.y].join()
  if (!same) keep(window)
  return same ? kept : window
}
