import type { ZoomTransform } from 'd3'
import { type RefObject, useLayoutEffect, useMemo } from 'react'
import type { Axis } from '../../core/maps/axis.ts'
import type { PreparedMap } from '../../core/maps/prepareMap.ts'
import { useDescentLab } from '../../panels/lab/descents.ts'
import { type PlotZoom, zoomBehavior } from '../../panels/plot/plotZoom.ts'
import { drawingArea, isInside } from '../../plot/labels/box.ts'
import { useZoom } from '../../plot/useZoom.ts'
import type { Margins, Sheet, View } from '../../plot/view.ts'
import { setAxes, spelled } from '../../state/maps/edits.ts'
import { isUsual, markedValue, roundedEnds, valueAtShare } from '../../state/maps/places.ts'
import { mapView } from './mapView.ts'

interface MapZoom {
  readonly view: View
  /** By buttons and keys it zooms around the mark, where that is in sight. */
  readonly zoom: Pick<PlotZoom, 'by' | 'pan' | 'fit' | 'isZoomed'>
}

/** The view of a map while it is zoomed and moved; where a gesture leads is asked for from then on, without end. */
export function useMapZoom(
  svg: RefObject<SVGSVGElement | null>,
  map: PreparedMap,
  sheet: Sheet,
  margins: Margins,
): MapZoom {
  const lab = useDescentLab()
  const { x, y } = map
  const of = JSON.stringify([spelled(x), spelled(y)])
  const { transform, rest, reset, by, pan } = useZoom(svg, zoomBehavior, of)
  const still = useMemo(() => mapView(sheet, map, margins), [sheet, map, margins])
  useLayoutEffect(() => {
    const onEnd = (by: ZoomTransform) => {
      const moved = zoomed(map, still, by)
      const [across, up] = [roundedEnds(moved.x), roundedEnds(moved.y)]
      if (!lab.change(setAxes(spelled(across), spelled(up)), 'axes')) reset()
    }
    rest({ of, magnified: 1, onEnd })
  }, [lab, map, still, of, rest, reset])
  const view = useMemo(
    () => (transform ? mapView(sheet, zoomed(map, still, transform), margins) : still),
    [sheet, map, margins, still, transform],
  )
  const around = markIn(view, map)
  return {
    view,
    zoom: {
      by: (direction) => by(direction, around),
      pan,
      fit: () => lab.change(setAxes({ of: x.of }, { of: y.of })),
      isZoomed: !(isUsual(x) && isUsual(y)),
    },
  }
}

/** The pixel of the plot under the mark. */
function markIn(view: View, map: PreparedMap): readonly [number, number] | undefined {
  const at = [view.x(markedValue(map, map.x)), view.y(markedValue(map, map.y))] as const
  return isInside(drawingArea(view), at) ? at : undefined
}

/** The axes of a map as a gesture has moved them. */
function zoomed({ x, y }: PreparedMap, view: View, by: ZoomTransform): { x: Axis; y: Axis } {
  const ends = (axis: Axis, scale: View['x'], invert: (pixel: number) => number): Axis => {
    const value = (pixel: number) => {
      const [start = 0, end = 1] = scale.range()
      return valueAtShare(axis, (invert(pixel) - start) / (end - start))
    }
    const [start = 0, end = 1] = scale.range()
    return { ...axis, from: value(start), to: value(end) }
  }
  return {
    x: ends(x, view.x, (pixel) => by.invertX(pixel)),
    y: ends(y, view.y, (pixel) => by.invertY(pixel)),
  }
}
