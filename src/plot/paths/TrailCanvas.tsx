import { useLayoutEffect, useRef } from 'react'
import type { PlayheadSource } from '../../core/descent/playhead.ts'
import { cleared } from '../canvas.ts'
import type { View } from '../view.ts'
import type { PlotPath } from './plotPath.ts'
import styles from './TrailCanvas.module.css'
import { paintGhost, paintTrail } from './trail.ts'
import { stylesIn, type TrailStyles } from './trailStyle.ts'

interface Props {
  readonly view: View
  /** The racers, then the same runs without the mistakes that some of them make. */
  readonly paths: readonly PlotPath[]
  readonly corrected: ReadonlyMap<number, PlotPath>
  readonly playhead: PlayheadSource
  /** Changes when colours may have changed. */
  readonly theme: string
}

/** Two canvases: the ghosts are painted when they change, the trails grow with the playhead. */
export function TrailCanvas({ view, paths, corrected, playhead, theme }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const ghost = useRef<HTMLCanvasElement>(null)
  const trail = useRef<HTMLCanvasElement>(null)
  const looks = useRef<TrailStyles>(undefined)
  const isEmpty = useRef(true)

  const { width, height } = view
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for when they may differ, since asking costs a layout
  useLayoutEffect(() => {
    if (frame.current && width > 0) looks.current = stylesIn(frame.current)
  }, [theme, paths.length, width, height])

  useLayoutEffect(() => {
    const { of, corrected: correctedOf } = looks.current ?? {}
    if (!ghost.current || !trail.current || !of || !correctedOf || view.width === 0) return
    void theme // with colours of its own
    const below = cleared(ghost.current, view)
    for (const [run, path] of corrected) paintGhost(below, path, view, correctedOf(run))
    for (const [run, path] of paths.entries()) paintGhost(below, path, view, of(run))
    let context: CanvasRenderingContext2D | undefined
    let painted = 0
    let lengths: number[] = []
    const paint = () => {
      const now = playhead.read()
      if (!context || now < painted) {
        // At the start there is no trail, and a canvas that is never touched costs nothing.
        if (now === 0 && isEmpty.current) return
        context = cleared(trail.current as HTMLCanvasElement, view)
        painted = 0
        lengths = paths.map(() => 0)
      }
      isEmpty.current = now === 0
      if (isEmpty.current) return
      const pen = context
      lengths = paths.map((path, run) => {
        const last = path.y.length - 1
        const part = [Math.min(painted, last), Math.min(now, last)] as const
        return paintTrail(pen, path, view, of(run), part, lengths[run])
      })
      painted = now
    }
    paint()
    return playhead.watch(paint)
  }, [view, paths, corrected, playhead, theme])

  return (
    <div ref={frame} aria-hidden="true" className={styles.frame} data-trails>
      {paths.map((path, run) => (
        <i key={path.label} data-run={run} />
      ))}
      <canvas ref={ghost} className={styles.canvas} />
      <canvas ref={trail} className={styles.canvas} />
    </div>
  )
}
