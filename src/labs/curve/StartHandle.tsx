import { pointer } from 'd3'
import type { KeyboardEvent, PointerEvent } from 'react'
import { plain } from '../../core/number.ts'
import type { View } from '../../plot/view.ts'
import styles from './CurvePlot.module.css'

interface Props {
  readonly view: View
  readonly variable: string
  readonly start: { readonly x: number; readonly f: number }
  readonly onMove: (value: number) => void
  /** To a pixel of the plot. */
  readonly onDrag: (pixel: number) => void
}

/** The start: a slider that is drawn on the curve, to be dragged or moved by arrow keys. */
export function StartHandle({ view, variable, start, onMove, onDrag }: Props) {
  const { x: value, f } = start
  const [from = 0, to = 0] = view.x.domain()
  const stride = 10 ** Math.floor(Math.log10((to - from) / 60))

  const round = (at: number) => Number((Math.round(at / stride) * stride).toPrecision(10))
  const ends: Record<string, number> = { Home: round(from), End: round(to) }

  const onKeyDown = (event: KeyboardEvent) => {
    const directions: Record<string, number> = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageDown: -10,
      PageUp: 10,
    }
    const end = ends[event.key]
    const direction = directions[event.key]
    if (end === undefined && direction === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const by = (direction ?? 0) * stride * (event.shiftKey ? 0.1 : 1)
    onMove(end ?? Number((value + by).toPrecision(10)))
  }
  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    onDrag(pointer(event, event.currentTarget.ownerSVGElement)[0])
  }
  const [x, y] = [view.x(value), view.y(f)]
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null
  return (
    <g
      role="slider"
      tabIndex={0}
      aria-label="Start"
      aria-orientation="horizontal"
      aria-valuenow={value}
      aria-valuemin={Math.min(from, value)}
      aria-valuemax={Math.max(to, value)}
      aria-valuetext={`${variable} = ${plain(value)}`}
      className={styles.handle}
      transform={`translate(${x},${y})`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        event.currentTarget.focus({ preventScroll: true })
        event.preventDefault()
      }}
      onPointerMove={onPointerMove}
    >
      <circle className={styles.grip} r={22} />
      <circle className={styles.ring} r={9} />
      <circle className={styles.core} r={3} />
    </g>
  )
}
