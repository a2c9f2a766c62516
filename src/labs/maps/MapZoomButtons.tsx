import plot from '../../panels/plot/Plot.module.css'
import { type PlotZoom, zoomBehavior } from '../../panels/plot/plotZoom.ts'
import { Late } from '../../ui/parts/Part.tsx'

interface Props {
  readonly zoom: Pick<PlotZoom, 'by' | 'fit' | 'isZoomed'>
}

/** Zoom by buttons, and the way to where both quantities are usually looked at. */
export const MapZoomButtons = ({ zoom: { by, fit, isZoomed } }: Props) => (
  <div className={plot.zoom}>
    {isZoomed && (
      <button type="button" className={plot.fit} onClick={fit}>
        Fit map
      </button>
    )}
    <button type="button" aria-label="Zoom into the map" onClick={() => by(1)}>
      +
    </button>
    <button type="button" aria-label="Zoom out of the map" onClick={() => by(-1)}>
      −
    </button>
    <Late of={zoomBehavior} />
  </div>
)
