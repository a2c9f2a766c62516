import { useLayoutEffect, useRef } from 'react'
import type { PlayheadSource } from '../core/runs/playhead.ts'
import type { Trace } from '../core/runs/trace.ts'
import { paintGhost, paintTrail, type TrailStyle } from './layers/trail.ts'
import styles from './TrailCanvas.module.css'
import type { View } from './view.ts'

interface Props {
  readonly view: View
  readonly traces: readonly Trace[]
  readonly playhead: PlayheadSource
  /** Changes when colours may have changed. */
  readonly theme: string
}

/** Two canvases: the ghost is painted when it changes, the trail grows with the playhead. */
export function TrailCanvas({ view, traces, playhead, theme }: Props) {
  const ghost = useRef<HTMLCanvasElement>(null)
  const trail = useRef<HTMLCanvasElement>(null)

  useLayoutEffect(() => {
    if (!ghost.current || !trail.current || view.width === 0) return
    void theme // colours are read afresh below
    const style = styleOf(ghost.current)
    const below = clear(ghost.current, view)
    for (const trace of traces) paintGhost(below, trace, view, style)
    let context = clear(trail.current, view)
    let painted = 0
    const paint = () => {
      const now = playhead.read()
      if (now < painted) {
        context = clear(trail.current as HTMLCanvasElement, view)
        painted = 0
      }
      for (const trace of traces) {
        const last = trace.f.length - 1
        paintTrail(context, trace, view, style, Math.min(painted, last), Math.min(now, last))
      }
      painted = now
    }
    paint()
    return playhead.watch(paint)
  }, [view, traces, playhead, theme])

  return (
    <div aria-hidden="true">
      <canvas ref={ghost} className={styles.canvas} />
      <canvas ref={trail} className={styles.canvas} />
    </div>
  )
}

/** An empty canvas of the view's size in device pixels, clipped to the drawing area. */
function clear(
  canvas: HTMLCanvasElement,
  { width, height, margins }: View,
): CanvasRenderingContext2D {
  const ratio = devicePixelRatio
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  // Giving a canvas its size makes it anew, which costs a frame: only when the size has changed.
  const [pixelWidth, pixelHeight] = [Math.round(width * ratio), Math.round(height * ratio)]
  if (canvas.width !== pixelWidth || canvas.height !== pixelHeight) {
    canvas.width = pixelWidth
    canvas.height = pixelHeight
  }
  context.reset()
  context.scale(ratio, ratio)
  context.beginPath()
  context.rect(
    margins.left,
    margins.top,
    width - margins.left - margins.right,
    height - margins.top - margins.bottom,
  )
  context.clip()
  return context
}

function styleOf(element: Element): TrailStyle {
  const style = getComputedStyle(element)
  const pixels = (name: string) => Number.parseFloat(style.getPropertyValue(name))
  return {
    color: style.color,
    paper: style.caretColor,
    width: pixels('--stroke'),
    dot: pixels('--dot'),
  }
}
