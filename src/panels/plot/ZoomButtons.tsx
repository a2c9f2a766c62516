import { useRef } from 'react'
import { drawingArea, isInside } from '../../plot/labels/box.ts'
import { type PathOf, pointAt } from '../../plot/paths/plotPath.ts'
import type { View } from '../../plot/view.ts'
import { Late } from '../../ui/parts/Part.tsx'
import { selectedOf, useDescentLab } from '../lab/descents.ts'
import styles from './Plot.module.css'
import { type PlotZoom, zoomBehavior } from './plotZoom.ts'

interface Props {
  readonly zoom: PlotZoom
  readonly view: View
  readonly pathOf: PathOf
}

/** Zoom by buttons, around the point at the playhead if it is in sight, and the way back. */
export function ZoomButtons({ zoom, view, pathOf }: Props) {
  const lab = useDescentLab()
  const zoomIn = useRef<HTMLButtonElement>(null)
  const center = (): [number, number] | undefined => {
    const { shown, playhead, selected } = lab.store.getState()
    if (!shown) return undefined
    const at = pointAt(pathOf(selectedOf(shown, selected).trace), playhead)
    const pixels: [number, number] = [view.x(at[0]), view.y(at[1])]
    return isInside(drawingArea(view), pixels) ? pixels : undefined
  }
  const fit = () => {
    zoom.fit()
    // This button is about to go: the focus goes to its neighbour, not to nothing.
    zoomIn.current?.focus()
  }
  return (
    <div className={styles.zoom}>
      {zoom.isZoomed && (
        <button type="button" className={styles.fit} onClick={fit}>
          Fit view
        </button>
      )}
      <button ref={zoomIn} type="button" aria-label="Zoom in" onClick={() => zoom.by(1, center())}>
        +
      </button>
      <button type="button" aria-label="Zoom out" onClick={() => zoom.by(-1, center())}>
        −
      </button>
      <Late of={zoomBehavior} />
    </div>
  )
}
