import { useCallback } from 'react'
import type { Trace } from '../../core/descent/trace.ts'
import { playheadOf, useLab } from '../../panels/lab/labContext.ts'
import styles from '../../panels/plot/Plot.module.css'
import { Area } from '../../plot/Area.tsx'
import { paintDescent } from '../../plot/curve/descent.ts'
import { type Draw, Layer } from '../../plot/Layer.tsx'
import type { Curve } from './useCurve.ts'

interface Props {
  readonly curve: Curve
  readonly trace: Trace
}

/** Tangent, arrows and the point at the playhead. */
export function DescentLayer({ curve: { view, marks, taken }, trace }: Props) {
  const playhead = playheadOf(useLab())
  const draw = useCallback<Draw>(
    (group) => {
      if (view.width === 0) return undefined
      const { space } = marks
      const paint = () =>
        paintDescent(group, { trace, view, playhead: playhead.read(), taken, space })
      paint()
      return playhead.watch(paint)
    },
    [trace, view, marks, taken, playhead],
  )
  return (
    <Area view={view}>
      <g className={styles.descent}>
        <Layer name="descent" draw={draw} />
      </g>
    </Area>
  )
}
