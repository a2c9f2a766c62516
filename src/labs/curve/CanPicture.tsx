import { useCallback, useMemo } from 'react'
import { plain } from '../../core/number.ts'
import { type Draw, Layer } from '../../plot/Layer.tsx'
import { type Can, canScale, paintCan } from '../../plot/layers/can.ts'
import styles from './CanPicture.module.css'
import { playheadOf, useLab, useShown, useStep } from './lab.ts'

const size = { width: 150, height: 190 }

/** The can, to scale, while its radius descends. */
export function CanPicture() {
  const lab = useLab()
  const { prepared, traces } = useShown()
  const volume = prepared.loss.parameters.V as number
  const trace = traces[0]
  const step = useStep()
  const scale = useMemo(() => canScale(trace?.x ?? [], volume, size), [trace, volume])
  const playhead = playheadOf(lab)
  const draw = useCallback<Draw>(
    (group) => {
      if (!trace) return undefined
      const paint = () => paintCan(group, canAt(trace.x, playhead.read(), volume), scale, size)
      paint()
      return playhead.watch(paint)
    },
    [trace, volume, scale, playhead],
  )
  if (!trace) return null
  const { radius, height } = canAt(trace.x, step, volume)
  const words =
    radius > 0 ? `R = ${plain(radius)} cm, H = ${plain(height)} cm` : 'No can has this radius'
  return (
    <figure className={styles.can}>
      <svg
        width={size.width}
        height={size.height}
        role="img"
        aria-label={`A can to scale: ${words}`}
      >
        <Layer name="can" draw={draw} />
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  )
}

/** The can between two steps. */
function canAt(x: Float64Array, playhead: number, volume: number): Can {
  const k = Math.min(Math.floor(playhead), x.length - 1)
  const here = x[k] as number
  const radius = here + (playhead - k) * ((x[k + 1] ?? here) - here)
  return { radius, height: volume / (Math.PI * radius ** 2) }
}
