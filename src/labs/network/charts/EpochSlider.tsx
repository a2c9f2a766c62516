import { type KeyboardEvent, useCallback, useRef } from 'react'
import { useCursor } from '../../../plot/charts/useCursor.ts'
import type { View } from '../../../plot/view.ts'
import { placeByKey } from '../placeByKey.ts'
import type { Following } from './Curves.tsx'
import styles from './LossChart.module.css'
import { epochInWords, type Racer } from './racers.ts'

interface Props extends Following {
  readonly view: View
  readonly racers: readonly Racer[]
}

/** The epoch that is read, by keys: arrows move it, Enter leads to it, Escape goes back to the playhead. */
export function EpochSlider(props: Props) {
  const { view, racers, reading, known } = props
  const slider = useRef<SVGGElement>(null)
  const { left, top, right, bottom } = view.margins
  const tell = useCallback(() => {
    const epoch = Math.floor(Math.min(known, reading.read()))
    slider.current?.setAttribute('aria-valuenow', String(epoch))
    slider.current?.setAttribute('aria-valuetext', epochInWords(racers, epoch))
  }, [racers, reading, known])
  const follow = useCallback(() => {
    // Where someone listens, only what they do themselves is told.
    if (reading.isPinned() || document.activeElement !== slider.current) tell()
  }, [reading, tell])
  useCursor(reading, follow)
  return (
    <g
      ref={slider}
      role="slider"
      tabIndex={0}
      aria-label="Epoch to read"
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuenow={0}
      aria-valuemax={known}
      className={styles.slider}
      onFocus={tell}
      onBlur={() => reading.pin()}
      onKeyDown={(event) => press(event, props)}
    >
      <rect
        x={left}
        y={top}
        width={Math.max(0, view.width - left - right)}
        height={Math.max(0, view.height - top - bottom)}
      />
    </g>
  )
}

function press(event: KeyboardEvent, { reading, epochs, known, onSeek }: Props) {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const now = Math.floor(reading.read())
  const to = placeByKey(event.key, now, known)
  if (event.key === 'Enter') onSeek(epochs.stepOf(now))
  else if (event.key === 'Escape' && reading.isPinned()) reading.pin()
  else if (to !== undefined) reading.pin(to)
  else return
  event.preventDefault()
  event.stopPropagation()
}
