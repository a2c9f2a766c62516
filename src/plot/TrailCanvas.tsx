import { useLayoutEffect, useRef } from 'react'
import type { PlayheadSource } from '../core/runs/playhead.ts'
import type { Trace } from '../core/runs/trace.ts'
import { type Pen, paintGhost, paintTrail } from './layers/trail.ts'
import styles from './TrailCanvas.module.css'
import { stylesIn } from './trailStyle.ts'
import type { View } from './view.ts'

interface Props {
  readonly view: View
  /** The racers, then the same runs without the mistakes that some of them make. */
  readonly traces: readonly Trace[]
  readonly corrected: ReadonlyMap<number, Trace>
  readonly playhead: PlayheadSource
  /** Changes when colours may have changed. */
  readonly theme: string
}

/** Two canvases: the ghosts are painted when they change, the trails grow with the playhead. */
export function TrailCanvas({ view, traces, corrected, playhead, theme }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const ghost = useRef<HTMLCanvasElement>(null)
  const trail = useRef<HTMLCanvasElement>(null)

  useLayoutEffect(() => {
    if (!ghost.current || !trail.current || !frame.current || view.width === 0) return
    void theme // colours are read afresh below
    const looks = stylesIn(frame.current)
    const below = clear(ghost.current, view)
    for (const [run, trace] of corrected) paintGhost(below, trace, view, looks.corrected(run))
    for (const [run, trace] of traces.entries()) paintGhost(below, trace, view, looks.of(run))
    let context = clear(trail.current, view)
    let painted = 0
    let lengths = traces.map(() => 0)
    const paint = () => {
      const now = playhead.read()
      if (now < painted) {
        context = clear(trail.current as HTMLCanvasElement, view)
        painted = 0
        lengths = traces.map(() => 0)
      }
      lengths = traces.map((trace, run) => {
        const last = trace.f.length - 1
        const part = [Math.min(painted, last), Math.min(now, last)] as const
        return paintTrail(context, trace, view, looks.of(run), part, lengths[run])
      })
      painted = now
    }
    paint()
    return playhead.watch(paint)
  }, [view, traces, corrected, playhead, theme])

  return (
    <div ref={frame} aria-hidden="true" className={styles.frame} data-trails>
      {traces.map((trace, run) => (
        <i key={trace.label} data-run={run} />
      ))}
      <canvas ref={ghost} className={styles.canvas} />
      <canvas ref={trail} className={styles.canvas} />
    </div>
  )
}

/** All paths at once, as they are at a playhead. */
export function paintTrails(
  pen: Pen,
  frame: Element,
  { traces, corrected }: Pick<Props, 'traces' | 'corrected'>,
  view: View,
  playhead: number,
): void {
  const looks = stylesIn(frame.querySelector('[data-trails]') ?? frame)
  for (const [run, trace] of corrected) paintGhost(pen, trace, view, looks.corrected(run))
  for (const [run, trace] of traces.entries()) {
    paintGhost(pen, trace, view, looks.of(run))
    paintTrail(pen, trace, view, looks.of(run), [0, Math.min(playhead, trace.f.length - 1)])
  }
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
