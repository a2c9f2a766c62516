import { useRef } from 'react'
import { drawingArea, isInside } from '../../plot/labels/box.ts'
import { isLeaving } from '../../plot/paths/isLeaving.ts'
import { type PathOf, pointAt } from '../../plot/paths/plotPath.ts'
import { type View, whole } from '../../plot/view.ts'
import { Late } from '../../ui/parts/Part.tsx'
import { selectedOf, useDescentLab, useShown } from '../lab/descents.ts'
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
  const paths = useShown().traces.map(pathOf)
  /** The button that is pressed is about to go: the focus goes to its neighbour, not to nothing. */
  const after = (act: () => void) => () => {
    act()
    zoomIn.current?.focus()
  }
  const showAll = after(() => zoom.show(whole(view, paths)))
  return (
    <div className={styles.zoom}>
      {!zoom.isZoomed && paths.some((path) => isLeaving(path, view)) && (
        <button type="button" className={styles.fit} onClick={showAll}>
          Show all
        </button>
      )}
      {zoom.isZoomed && (
        <button type="button" className={styles.fit} onClick={after(zoom.fit)}>
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
