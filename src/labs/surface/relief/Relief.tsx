// labs/surface/relief/: the surface in three dimensions, by WebGL.
import {
  type Ref,
  useEffectEvent,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import type { PlayheadSource } from '../../../core/descent/playhead.ts'
import type { Grid, Levels } from '../../../core/landscape/landscape.ts'
import { plain } from '../../../core/number.ts'
import { meshOf } from './mesh.ts'
import styles from './Relief.module.css'
import { createRenderer, type Renderer } from './renderer.ts'
import type { Color, ReliefPath } from './ribbon.ts'

export interface ReliefProps {
  readonly grid: Grid
  /** The colours and, where the height is logarithmic, the height follow them. */
  readonly levels: Levels
  /** One more than levels, from the lowest band to what is above all levels. */
  readonly colors: readonly Color[]
  readonly paths: readonly ReliefPath[]
  /** Paths are pale ahead of it and have a ball at it. */
  readonly playhead: PlayheadSource
  /** All bands equally high; else linear in the loss, which is cut off at the highest level. */
  readonly logHeight: boolean
  readonly variables: readonly [string, string]
  /** What screen readers say. */
  readonly label: string
  /** Changes when colours of the style sheet may have changed. */
  readonly theme?: string
  /** There is no WebGL 2, or its context is lost for good. */
  readonly onUnavailable: () => void
  readonly ref?: Ref<ReliefHandle>
}

export interface ReliefHandle {
  /** The picture with its labels as a PNG in a data: URL. */
  readonly snapshot: () => string
}

/** The loss as a relief that can be turned, with the paths lying on it. */
export function Relief(props: ReliefProps) {
  const { grid, levels, colors, paths, playhead, logHeight, variables, label, theme, ref } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const labels = useRef<HTMLDivElement>(null)
  const renderer = useRef<Renderer>(undefined)
  const keys = useId()
  const mesh = useMemo(() => meshOf(grid, levels, logHeight), [grid, levels, logHeight])
  const { region } = grid
  const onUnavailable = useEffectEvent(() => props.onUnavailable())

  useLayoutEffect(() => {
    if (!canvas.current || !labels.current) return
    const created = createRenderer({
      canvas: canvas.current,
      labels: labels.current,
      onUnavailable,
    })
    renderer.current = created
    return () => created.dispose()
  }, [])
  useLayoutEffect(() => {
    void theme // the style sheet is read afresh
    renderer.current?.show({ mesh, region, colors, paths, playhead })
  }, [mesh, region, colors, paths, playhead, theme])
  useImperativeHandle(ref, () => ({ snapshot: () => renderer.current?.snapshot() ?? '' }), [])

  return (
    <div className={styles.relief}>
      <canvas
        ref={canvas}
        className={styles.canvas}
        role="img"
        tabIndex={0}
        aria-label={label}
        aria-describedby={keys}
      />
      <div ref={labels} className={styles.labels} aria-hidden="true">
        <Extent variable={variables[0]} range={region.x} />
        <Extent variable={variables[1]} range={region.y} />
      </div>
      <p id={keys} className="visually-hidden">
        Arrow keys turn it, + and − zoom, Home shows it as at first.
      </p>
    </div>
  )
}

/** Name and range of a variable, in the order in which they are placed. */
function Extent({ variable, range }: { variable: string; range: readonly [number, number] }) {
  return (
    <>
      <span className={styles.name}>{variable}</span>
      <span>{plain(range[0])}</span>
      <span>{plain(range[1])}</span>
    </>
  )
}
