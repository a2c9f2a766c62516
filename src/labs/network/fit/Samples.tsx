import { type KeyboardEvent, useState } from 'react'
import { placeByKey } from '../placeByKey.ts'
import styles from './Fit.module.css'
import type { Fit } from './fit.ts'
import type { Places } from './places.ts'
import { sampleInWords } from './words.ts'

interface Props {
  readonly fit: Fit
  readonly places: Places
  readonly answers: Float32Array | undefined
  /** The sample that is walked to, while this has the focus. */
  readonly onWalk: (sample: number | undefined) => void
  readonly onChoose: ((sample: number) => void) | undefined
  readonly onRemove: ((sample: number) => void) | undefined
}

/** All samples as one stop of Tab: arrow keys go from one to the next, Enter chooses, Delete removes. */
export function Samples({ fit, places, answers, onWalk, onChoose, onRemove }: Props) {
  const { samples } = fit
  const [reached, reach] = useState(0)
  const last = samples.length - 1
  const place = Math.max(0, Math.min(reached, last))
  const sample = samples[place]
  if (sample === undefined) return null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') onChoose?.(sample)
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove?.(sample)
    else {
      const next = placeByKey(event.key, place, last)
      if (next === undefined) return
      reach(next)
      onWalk(samples[next])
    }
    event.preventDefault()
    event.stopPropagation()
  }
  const [x, y] = [places.x[sample] as number, places.y[sample] as number]
  return (
    <g
      role="slider"
      tabIndex={0}
      aria-label="Sample to read"
      aria-valuemin={1}
      aria-valuemax={samples.length}
      aria-valuenow={place + 1}
      aria-valuetext={sampleInWords(fit, answers, sample)}
      className={styles.samples}
      onKeyDown={onKeyDown}
      onFocus={() => onWalk(sample)}
      onBlur={() => onWalk(undefined)}
    >
      {Number.isFinite(x + y) && <circle cx={x} cy={y} r={9} />}
    </g>
  )
}
