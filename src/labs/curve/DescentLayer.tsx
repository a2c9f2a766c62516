import { useCallback } from 'react'
import type { Trace } from '../../core/descent/trace.ts'
import { useDescentLab } from '../../panels/lab/descents.ts'
import { playheadOf } from '../../panels/lab/labContext.ts'
import styles from '../../panels/plot/Plot.module.css'
import { grown, slowMotionOf } from '../../panels/time/slowly.ts'
import { Area } from '../../plot/Area.tsx'
import { paintDescent } from '../../plot/curve/descent.ts'
import { type Draw, Layer } from '../../plot/Layer.tsx'
import type { Curve } from './useCurve.ts'

interface Props {
  readonly curve: Curve
  readonly trace: Trace
  /** In a race, whose colour the point has. */
  readonly run: number | undefined
}

/** Tangent, arrows and the point at the playhead. */
export function DescentLayer({ curve: { view, marks, occupied }, trace, run }: Props) {
  const lab = useDescentLab()
  const playhead = playheadOf(lab)
  const draw = useCallback<Draw>(
    (group) => {
      if (view.width === 0) return undefined
      const { space, taken } = marks
      const paint = () => {
        const slow = slowMotionOf(lab).getState().now
        const made = slow && { names: slow.names, part: grown(slow.part) }
        const picture = { trace, view, playhead: playhead.read(), taken, space, made }
        occupied.write('descent', paintDescent(group, picture))
      }
      paint()
      const unwatch = [playhead.watch(paint), slowMotionOf(lab).subscribe(paint)]
      return () => {
        for (const end of unwatch) end()
      }
    },
    [trace, view, marks, occupied, playhead, lab],
  )
  return (
    <Area view={view}>
      <g data-run={run}>
        <g className={styles.descent}>
          <Layer name="descent" draw={draw} />
        </g>
      </g>
    </Area>
  )
}
