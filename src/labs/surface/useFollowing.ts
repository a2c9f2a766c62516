import { useEffect } from 'react'
import { selectedOf, useDescentLab } from '../../panels/lab/descents.ts'
import { playheadOf } from '../../panels/lab/labContext.ts'
import type { PlotZoom } from '../../panels/plot/plotZoom.ts'
import { pathFromAbove } from '../../plot/paths/plotPath.ts'
import { pixelsAt } from '../../plot/paths/trail.ts'
import type { View } from '../../plot/view.ts'
import { useLook } from './useLook.ts'

/** How near to the edge the point may come, as a share of the drawing area. */
const edge = 0.15

/** Where the view follows, it jumps whenever the point at the playhead comes near its edge; in between it stands still. */
export function useFollowing(zoom: PlotZoom, view: View): void {
  const lab = useDescentLab()
  const isWanted = useLook('follow')
  const { center } = zoom
  useEffect(() => {
    if (!isWanted || view.width === 0) return
    const playhead = playheadOf(lab)
    const look = () => {
      const { shown, selected } = lab.store.getState()
      if (!shown) return
      const { trace } = selectedOf(shown, selected)
      const now = Math.min(playhead.read(), trace.f.length - 1)
      const at = pixelsAt(pathFromAbove(trace), view, now)
      if (!isNearMiddle(view, at)) center(at)
    }
    look()
    return playhead.watch(look)
  }, [isWanted, view, lab, center])
}

function isNearMiddle({ margins, width, height }: View, [x, y]: readonly [number, number]) {
  const [across, down] = [
    width - margins.left - margins.right,
    height - margins.top - margins.bottom,
  ]
  return (
    x >= margins.left + edge * across &&
    x <= width - margins.right - edge * across &&
    y >= margins.top + edge * down &&
    y <= height - margins.bottom - edge * down
  )
}
