import { useCallback } from 'react'
import { localModels } from '../../core/analysis/localModels.ts'
import type { Trace } from '../../core/descent/trace.ts'
import { useDescentLab } from '../../panels/lab/descents.ts'
import { playheadOf } from '../../panels/lab/labContext.ts'
import { Area } from '../../plot/Area.tsx'
import { type Draw, Layer } from '../../plot/Layer.tsx'
import { paintCurvature } from '../../plot/plane/curvature.ts'
import styles from './CurvatureLayer.module.css'
import { useLook } from './useLook.ts'
import type { Surface } from './useSurface.ts'

interface Props {
  readonly surface: Surface
  readonly trace: Trace
}

/** How the loss bends at the playhead, and what its linear and its quadratic model would have a step do. */
export function CurvatureLayer({ surface: { view, loss, occupied, marks }, trace }: Props) {
  const playhead = playheadOf(useDescentLab())
  const ellipse = useLook('ellipse')
  const linear = useLook('linear')
  const quadratic = useLook('quadratic')
  const draw = useCallback<Draw>(
    (group) => {
      let painted = -1
      const paint = () => {
        const k = Math.min(Math.floor(playhead.read()), trace.f.length - 1)
        if (k === painted || view.width === 0) return
        painted = k
        const models = localModels(loss, trace.x.subarray(2 * k, 2 * k + 2))
        const show = { ellipse, linear, quadratic }
        const { taken, space } = marks
        occupied.write('curvature', paintCurvature(group, { view, models, show, taken, space }))
      }
      paint()
      const unwatch = playhead.watch(paint)
      return () => {
        unwatch()
        occupied.write('curvature', [])
      }
    },
    [view, loss, occupied, marks, trace, playhead, ellipse, linear, quadratic],
  )
  return (
    <Area view={view}>
      <g className={styles.curvature}>
        <Layer name="curvature" draw={draw} />
      </g>
    </Area>
  )
}
