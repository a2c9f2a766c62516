import { useLayoutEffect, useRef } from 'react'
import type { Landscape } from '../../../core/landscape/landscape.ts'
import type { HeightColors } from '../../../panels/plot/useRamp.ts'
import { cleared } from '../../../plot/canvas.ts'
import { paintGround } from '../../../plot/plane/heights.ts'
import type { View } from '../../../plot/view.ts'
import styles from './Landscape.module.css'

interface Props {
  readonly view: View
  readonly heights: Landscape | undefined
  readonly colors: HeightColors | undefined
}

const lineWidth = 0.75

/** Heights with their level lines, as far as they are known. */
export function GroundCanvas({ view, heights, colors }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    if (!canvas.current || view.width === 0) return
    const context = cleared(canvas.current, view)
    if (heights && colors) paintGround(context, heights, view, { ...colors, lineWidth })
  }, [view, heights, colors])
  return (
    <div aria-hidden="true">
      <canvas ref={canvas} className={styles.layer} />
    </div>
  )
}
