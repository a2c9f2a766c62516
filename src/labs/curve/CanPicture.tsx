import { useCallback, useMemo } from 'react'
import { plain } from '../../core/number.ts'
import { useShown } from '../../panels/lab/descents.ts'
import { playheadOf, useLab, useStep } from '../../panels/lab/labContext.ts'
import { type Draw, Layer } from '../../plot/Layer.tsx'
import type { Sheet } from '../../plot/view.ts'
import styles from './CanPicture.module.css'
import { type Can, canScale, paintCan } from './can.ts'

/** The lines of words below the can, in ems. */
const caption = 4.3

/** The can, to scale, while its radius descends. */
export function CanPicture({ width, height: plotHeight, text }: Sheet) {
  const lab = useLab()
  const { prepared, traces } = useShown()
  const volume = prepared.loss.parameters.V as number
  const trace = traces[0]
  const size = useMemo(
    () => ({ width, height: Math.max(80, Math.min(320, plotHeight - caption * text)), text }),
    [width, plotHeight, text],
  )
  const step = useStep()
  const scale = useMemo(() => canScale(trace?.x ?? [], volume, size), [trace, volume, size])
  const playhead = playheadOf(lab)
  const draw = useCallback<Draw>(
    (group) => {
      if (!trace) return undefined
      const paint = () => paintCan(group, canAt(trace.x, playhead.read(), volume), scale, size)
      paint()
      return playhead.watch(paint)
    },
    [trace, volume, scale, size, playhead],
  )
  if (!trace) return null
  const { radius, height } = canAt(trace.x, step, volume)
  const words =
    radius > 0 ? [`R = ${plain(radius)} cm`, `H = ${plain(height)} cm`] : ['No such can']
  return (
    <figure className={styles.can} data-kept>
      <svg
        width={size.width}
        height={size.height}
        role="img"
        aria-label={`A can to scale: ${words.join(', ')}`}
      >
        <Layer name="can" draw={draw} />
      </svg>
      <figcaption>
        {words.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </figcaption>
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
