import { useCallback, useRef } from 'react'
import type { View } from '../../../plot/view.ts'
import { Painted } from '../Painted.tsx'
import type { FitColours } from './colours.ts'
import styles from './Fit.module.css'
import type { Fit } from './fit.ts'
import { groundOf, paintBoundaries } from './ground.ts'
import { canvasOf, placeOf, type Raster } from './raster.ts'

interface Props {
  readonly fit: Fit
  readonly view: View
  readonly colours: FitColours
  readonly answers: Float32Array | undefined
}

/** Regions, bands or heights, painted anew with every answer. */
export function Ground({ fit, view, colours, answers }: Props) {
  const small = useRef<HTMLCanvasElement>(undefined)
  const raster = useRef<Raster>(undefined)
  const paint = useCallback(
    (context: CanvasRenderingContext2D) => {
      const ground = answers && groundOf(fit, answers, colours, raster.current)
      if (!ground) return
      raster.current = ground.raster
      small.current ??= document.createElement('canvas')
      const { x, y, width, height } = placeOf(ground.raster, view, fit.probe.window)
      context.drawImage(canvasOf(ground.raster, small.current), x, y, width, height)
      paintBoundaries(context, ground, fit, view, colours.ink)
    },
    [fit, view, colours, answers],
  )
  return <Painted {...{ view, paint }} className={styles.canvas} />
}
