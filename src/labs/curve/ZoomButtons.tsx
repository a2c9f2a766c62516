import { useRef } from 'react'
import type { Zoom } from '../../plot/useZoom.ts'
import type { View } from '../../plot/view.ts'
import styles from './CurvePlot.module.css'
import { useLab } from './lab.ts'

/** Zoom by buttons, around the point at the playhead, and the way back. */
export function ZoomButtons({ zoom, view }: { readonly zoom: Zoom; readonly view: View }) {
  const lab = useLab()
  const zoomIn = useRef<HTMLButtonElement>(null)
  const center = (): [number, number] | undefined => {
    const { shown, playhead } = lab.store.getState()
    const trace = shown?.traces[0]
    if (!trace) return undefined
    const k = Math.min(Math.floor(playhead), trace.f.length - 1)
    const at: [number, number] = [view.x(trace.x[k] as number), view.y(trace.f[k] as number)]
    return at.every(Number.isFinite) ? at : undefined
  }
  const fit = () => {
    zoom.reset()
    // This button is about to go: the focus goes to its neighbour, not to nothing.
    zoomIn.current?.focus()
  }
  return (
    <div className={styles.zoom}>
      {zoom.transform && (
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
    </div>
  )
}
