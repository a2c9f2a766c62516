import type { KeyboardEvent } from 'react'
import type { Slice } from '../../core/analysis/slice.ts'
import { attachDrag } from '../dragBehavior.ts'
import { useDrag } from '../useDrag.ts'
import type { View } from '../view.ts'
import styles from './SliceChart.module.css'
import { presentInWords } from './sliceView.ts'

interface Props {
  readonly slice: Slice
  readonly view: View
  readonly onPick: (eta: number) => void
  /** The slice as it is when someone begins to drag, nothing when they have done. */
  readonly onHold: (slice: Slice | undefined) => void
}

const figures = 3
/** Learning rates are changed by factors. */
const factors: Readonly<Record<string, number>> = {
  ArrowLeft: 1 / 1.05,
  ArrowDown: 1 / 1.05,
  ArrowRight: 1.05,
  ArrowUp: 1.05,
  PageDown: 1 / 1.5,
  PageUp: 1.5,
}
/** The least learning rate that can be pointed at, as a share of the largest. */
const least = 1e-3

/** The learning rate of a slice: a slider that is drawn on its axis, to be dragged or moved by arrow keys. */
export function SliceHandle({ slice, view, onPick, onHold }: Props) {
  const { eta } = slice.present
  const { margins, width, height } = view
  const [, most = 0] = view.x.domain()
  const ends: Readonly<Record<string, number>> = { Home: most * least, End: most }
  const pick = (value: number) => onPick(Number(value.toPrecision(figures)))

  const onKeyDown = (event: KeyboardEvent) => {
    const factor = factors[event.key]
    const to = ends[event.key] ?? (factor && eta * factor)
    if (!to || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    pick(to)
  }
  const gesture = {
    isAtOnce: true,
    onStart: () => onHold(slice),
    onDrag: (x: number) => pick(Math.max(most * least, Math.min(most, view.x.invert(x)))),
    onEnd: () => onHold(undefined),
  }
  const handle = useDrag(gesture, attachDrag)
  const x = Math.min(view.x(eta), width - margins.right)
  const bottom = Math.max(margins.top, height - margins.bottom)
  if (!Number.isFinite(x)) return null
  return (
    <g
      ref={handle}
      role="slider"
      tabIndex={0}
      aria-label="Learning rate along the slice"
      aria-orientation="horizontal"
      aria-valuenow={eta}
      aria-valuemin={0}
      aria-valuemax={Math.max(most, eta)}
      aria-valuetext={presentInWords(slice)}
      className={styles.handle}
      onKeyDown={onKeyDown}
    >
      <rect
        x={margins.left}
        y={margins.top}
        width={Math.max(0, width - margins.left - margins.right)}
        height={bottom - margins.top + margins.bottom / 2}
      />
      <circle className={styles.knob} cx={x} cy={bottom} />
    </g>
  )
}
