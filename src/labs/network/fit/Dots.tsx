import { memo, useLayoutEffect, useRef } from 'react'
import { cleared } from '../../../plot/canvas.ts'
import type { View } from '../../../plot/view.ts'
import type { FitColours } from './colours.ts'
import { paintBatch, paintDots } from './dots.ts'
import styles from './Fit.module.css'
import type { Fit } from './fit.ts'
import type { Places } from './places.ts'

interface Props {
  readonly fit: Fit
  readonly view: View
  readonly colours: FitColours
  readonly places: Places
}

/** The points of the data, painted when they change. */
export const Dots = memo(({ fit, view, colours, places }: Props) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    if (canvas.current && view.width > 0)
      paintDots(cleared(canvas.current, view), fit, places, colours)
  }, [fit, view, colours, places])
  return <canvas ref={canvas} className={styles.canvas} />
})
Dots.displayName = 'Dots'

interface BatchProps extends Props {
  readonly batch: Uint32Array | undefined
}

/** Rings around the points of the next batch. */
export const Batch = memo(({ fit, view, colours, places, batch }: BatchProps) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    if (!canvas.current || view.width === 0) return
    const context = cleared(canvas.current, view)
    if (batch) paintBatch(context, fit, { places, batch }, colours)
  }, [fit, view, colours, places, batch])
  return <canvas ref={canvas} className={styles.canvas} />
})
Batch.displayName = 'Batch'
