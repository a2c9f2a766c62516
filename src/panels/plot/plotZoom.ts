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
  /** Shows all of it again. */
  readonly fit: () => void
}

export function usePlotZoom(svg: RefObject<SVGSVGElement | null>): PlotZoom {
  const lab = useDescentLab()
  const asked = useDescentState(({ experiment }) => experiment.view)
  const of = JSON.stringify([useShown().experiment.f, asked])
  const { reset, ...zoom } = useZoom(svg, zoomBehavior, of)
  const fit = () => {
    lab.change(setView())
    reset()
  }
  const isZoomed = asked !== undefined || zoom.transform !== undefined
  return { ...zoom, asked, of, isZoomed, fit }
}

/** What a plot shows of the plane. */
interface Windows {
  readonly window: Region
  /** All that there is to be seen, if nobody has asked for something else. */
  readonly all: Region
  /** The view stands still: something is dragged in it. */
  readonly isHeld: boolean
}

/** The view of a window as it is zoomed. Where a gesture leads is asked for from then on. */
export function useZoomedView(
  { transform, of, rest }: PlotZoom,
  { window, all, isHeld }: Windows,
  size: Sheet,
  margins: Margins,
): View {
  const lab = useDescentLab()
  // The window of another function waits for it.
  const isAnother = useDescentState(({ experiment, shown }) => experiment.f !== shown?.experiment.f)
  const seen = useSameWindow(window, isHeld || isAnother)
  const magnified = widthOf(all) / widthOf(seen)
  useLayoutEffect(() => {
    rest({
      of,
      magnified,
      onEnd(by) {
        const { x, y } = windowOf(viewOf(size, seen, margins, by))
        lab.change(setView([x, y]), 'view')
      },
    })
  }, [rest, of, magnified, seen, size, margins, lab])
  return useMemo(() => viewOf(size, seen, margins, transform), [size, seen, margins, transform])
}

const widthOf = ({ x: [from, to] }: Region) => to - from
