import type { KeyboardEvent } from 'react'
import type { View } from '../../../plot/view.ts'
import { placeByKey } from '../placeByKey.ts'
import type { Mark } from './finderView.ts'
import styles from './RateFinder.module.css'
import { readInWords } from './words.ts'

interface Props {
  readonly marks: readonly Mark[]
  readonly view: View
  /** The rate that is read; where nobody points at one, the mark at the present one. */
  readonly pinned: number | undefined
  readonly here: number
  readonly onPin: (rate: number | undefined) => void
  readonly onTake: (rate: number) => void
}

/** The rate that is read, by keys: arrows move it, Enter takes it, Escape goes back to the present one. */
export function RateSlider({ marks, view, pinned, here, onPin, onTake }: Props) {
  const found = marks.findIndex(({ trial }) => trial.rate === pinned)
  const at = found < 0 ? here : found
  const mark = marks[at]
  if (!mark) return null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const to = placeByKey(event.key, at, marks.length - 1)
    if (event.key === 'Enter') onTake(mark.trial.rate)
    else if (event.key === 'Escape' && pinned !== undefined) onPin(undefined)
    else if (to !== undefined) onPin(marks[to]?.trial.rate)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const { left, top, right, bottom } = view.margins
  const ends = { top, bottom: Math.max(top, view.height - bottom) }
  return (
    <g
      role="slider"
      tabIndex={0}
      aria-label="Learning rate to read, Enter takes it"
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuenow={at}
      aria-valuemax={marks.length - 1}
      aria-valuetext={readInWords(mark.trial)}
      className={styles.slider}
      onKeyDown={onKeyDown}
      onBlur={() => onPin(undefined)}
    >
      {found >= 0 && <line x1={mark.x} x2={mark.x} y1={ends.top} y2={ends.bottom} />}
      <rect
        x={left}
        y={top}
        width={Math.max(0, view.width - left - right)}
        height={ends.bottom - top}
      />
    </g>
  )
}
