import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import { plain } from '../../core/number.ts'
import type { Cloud } from '../../core/studies/cloud.ts'
import { useDescentLab, useShown } from '../../panels/lab/descents.ts'
import { playheadOf } from '../../panels/lab/labContext.ts'
import { useReadableStep } from '../../panels/lab/pace.ts'
import { Area } from '../../plot/Area.tsx'
import { cleared } from '../../plot/canvas.ts'
import { type Draw, Layer } from '../../plot/Layer.tsx'
import type { Pen } from '../../plot/paths/trail.ts'
import { paintCloud, paintMean } from '../../plot/plane/cloud.ts'
import type { View } from '../../plot/view.ts'
import styles from './CloudLayer.module.css'
import { useCloud } from './useCloud.ts'

interface Props {
  readonly view: View
  readonly run: number
  readonly theme: string
  /** Takes what paints the paths of the repeats. */
  readonly painter: RefObject<((pen: Pen) => void) | undefined>
}

/** Repeats of a noisy run, once they are computed. */
export function CloudLayer(props: Props) {
  const cloud = useCloud(props.run)
  return cloud && <Repeats {...props} cloud={cloud} />
}

/** All paths, their mean and spread, and where they ended. */
function Repeats({ cloud, view, run, theme, painter }: Props & { readonly cloud: Cloud }) {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const playhead = playheadOf(useDescentLab())
  useLayoutEffect(() => {
    void theme // colours are read afresh
    if (!canvas.current || !frame.current || view.width === 0) return
    const { color } = getComputedStyle(frame.current)
    const paint = (pen: Pen) => paintCloud(pen, cloud, view, color)
    paint(cleared(canvas.current, view))
    painter.current = paint
    return () => {
      painter.current = undefined
    }
  }, [cloud, view, theme, painter])
  const draw = useCallback<Draw>(
    (group) => {
      let painted = -1
      const paint = () => {
        const k = Math.floor(playhead.read())
        if (k === painted || view.width === 0) return
        painted = k
        paintMean(group, cloud, view, k)
      }
      paint()
      return playhead.watch(paint)
    },
    [cloud, view, playhead],
  )
  return (
    <div ref={frame} data-run={run} className={styles.cloud}>
      <div aria-hidden="true">
        <canvas ref={canvas} className={styles.canvas} />
      </div>
      <svg width={view.width} height={view.height} aria-hidden="true">
        <Area view={view}>
          <Layer name="cloud" draw={draw} />
        </Area>
      </svg>
      <Summary cloud={cloud} />
    </div>
  )
}

/** Mean and spread of the loss, and where the repeats ended. */
function Summary({ cloud }: { readonly cloud: Cloud }) {
  const { loss } = useShown().prepared
  const k = Math.min(useReadableStep(), cloud.n)
  const ends = cloud.ends.flatMap(({ minimum, count }) => {
    if (count === 0) return []
    const at = loss.minima[minimum]
    const place = at ? `at (${at.map((value) => plain(value, 3)).join(', ')})` : 'elsewhere'
    return [`${count} ${place}`]
  })
  return (
    <p className={styles.summary} role="note" aria-label="Repeats">
      {cloud.repeats} repeats: f = {plain(cloud.f[k] as number, 3)} ±{' '}
      {plain(cloud.fSpread[k] as number, 3)} at step {k}
      {ends.length > 0 && `; they end ${ends.join(', ')}`}
    </p>
  )
}
