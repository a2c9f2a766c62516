import { useLayoutEffect, useRef } from 'react'
import type { Landscape } from '../../core/landscape/landscape.ts'
import type { Slopes } from '../../core/landscape/slopes.ts'
import type { HeightColors } from '../../panels/plot/useRamp.ts'
import { cleared } from '../../plot/canvas.ts'
import { paintField } from '../../plot/plane/field.ts'
import { paintGround } from '../../plot/plane/heights.ts'
import type { View } from '../../plot/view.ts'
import styles from './SurfacePlot.module.css'

interface Props {
  readonly view: View
  readonly landscape: Landscape | undefined
  readonly colors: HeightColors | undefined
  /** The gradient, where its field is wanted. */
  readonly slopes: Slopes | undefined
}

export const groundLine = 0.75
/** The paths come first. */
const fieldAlpha = 0.45

/** Heights and level lines, painted when they change. */
export function HeightsCanvas({ view, landscape, colors, slopes }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    if (!canvas.current || view.width === 0) return
    const context = cleared(canvas.current, view)
    if (!landscape || !colors || colors.colors.length <= landscape.areas.length) return
    paintGround(context, landscape, view, { ...colors, lineWidth: groundLine })
    if (!slopes) return
    context.globalAlpha = fieldAlpha
    paintField(context, view, slopes, colors.line)
  }, [view, landscape, colors, slopes])
  return (
    <div aria-hidden="true">
      <canvas ref={canvas} className={styles.ground} />
    </div>
  )
}
