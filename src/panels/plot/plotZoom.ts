// Zoom and pan come when someone comes near a plot. What someone zooms to is part of the experiment: links have it.
import { type RefObject, useLayoutEffect, useMemo } from 'react'
import type { Interval } from '../../core/experiment/experiment.ts'
import type { Region } from '../../core/landscape/landscape.ts'
import { useSameWindow } from '../../plot/useSameWindow.ts'
import { useZoom, type Zoom } from '../../plot/useZoom.ts'
import { type Margins, type Sheet, type View, viewOf, windowOf } from '../../plot/view.ts'
import { setView } from '../../state/edits/experiment.ts'
import { arrival } from '../../ui/parts/arrival.ts'
import { useDescentLab, useDescentState, useShown } from '../lab/descents.ts'

export const zoomBehavior = arrival(
  async () => (await import('../../plot/zoomBehavior.ts')).attachZoom,
)

export interface PlotZoom extends Pick<Zoom, 'by' | 'center' | 'pan' | 'transform' | 'rest'> {
  /** What of the plane someone has asked for: an interval for each axis, or for the first alone. */
  readonly asked: readonly Interval[] | undefined
  /** What is asked for, in words that say all of it. */
  readonly of: string
  /** Not all of it is shown, but what someone has asked for. */
  readonly isZoomed: boolean
  /** Shows the usual part of it again. */
  readonly fit: () => void
  /** Asks for a part of it. */
  readonly show: (window: Region) => void
}

/** @param axes how many of them someone has a say in: the height of a curve follows from what is seen across */
export function usePlotZoom(svg: RefObject<SVGSVGElement | null>, axes: 1 | 2): PlotZoom {
  const lab = useDescentLab()
  const asked = useDescentState(({ experiment }) => experiment.view)
  const of = JSON.stringify([useShown().experiment.f, asked])
  const { reset, ...zoom } = useZoom(svg, zoomBehavior, of)
  const fit = () => {
    lab.change(setView())
    reset()
  }
  const show = ({ x, y }: Region) => lab.change(setView([x, y].slice(0, axes)), 'view')
  const isZoomed = asked !== undefined || zoom.transform !== undefined
  return { ...zoom, asked, of, isZoomed, fit, show }
}

/** What a plot shows of the plane. */
interface Windows {
  readonly window: Region
  /** All that there is to be seen, if nobody has asked for something else. */
  readonly all: Region
  /** The view stands still: something is dragged in it. */
  readonly isHeld: boolean
  /** Where the height follows from what is seen across: the window of that. */
  readonly across?: (interval: Interval) => Region
}

/** The view of a window as it is zoomed. Where a gesture leads is asked for from then on. */
export function useZoomedView(
  { transform, of, rest, show }: PlotZoom,
  { window, all, isHeld, across }: Windows,
  size: Sheet,
  margins: Margins,
): View {
  // The window of another function waits for it.
  const isAnother = useDescentState(({ experiment, shown }) => experiment.f !== shown?.experiment.f)
  const seen = useSameWindow(window, isHeld || isAnother)
  const magnified = widthOf(all) / widthOf(seen)
  useLayoutEffect(() => {
    rest({
      of,
      magnified,
      onEnd: (by) => show(windowOf(viewOf(size, seen, margins, by))),
    })
  }, [rest, of, magnified, seen, size, margins, show])
  return useMemo(() => {
    const zoomed = viewOf(size, seen, margins, transform)
    const [from = 0, to = 0] = zoomed.x.domain()
    return transform && across ? viewOf(size, across([from, to]), margins) : zoomed
  }, [size, seen, margins, transform, across])
}

const widthOf = ({ x: [from, to] }: Region) => to - from
