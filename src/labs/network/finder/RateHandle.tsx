import { pointer } from 'd3'
import { type PointerEvent, useRef } from 'react'
import type { View } from '../../../plot/view.ts'
import { type Mark, nearest } from './finderView.ts'
import styles from './RateFinder.module.css'

interface Props {
  readonly marks: readonly Mark[]
  readonly view: View
  readonly present: number
  readonly onTake: (rate: number) => void
}

/** The present learning rate, which is dragged from one that was tried to the next. */
export function RateHandle({ marks, view, present, onTake }: Props) {
  const taken = useRef(present)
  const { margins, width, height } = view
  const x = view.x(present)
  if (!(x >= margins.left && x <= width - margins.right)) return null
  const bottom = Math.max(margins.top, height - margins.bottom)
  const drag = (event: PointerEvent<SVGElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const rate = marks[nearest(marks, pointer(event)[0])]?.trial.rate
    if (rate === undefined || rate === taken.current) return
    taken.current = rate
    onTake(rate)
  }
  return (
    <g
      className={styles.handle}
      data-handle
      onPointerDown={(event) => {
        taken.current = present
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={drag}
    >
      <line x1={x} x2={x} y1={margins.top} y2={bottom} />
      <circle className={styles.hold} cx={x} cy={bottom} />
      <circle className={styles.knob} cx={x} cy={bottom} />
    </g>
  )
}
