import { type KeyboardEvent, useState } from 'react'
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

/** How far a key goes, as a share of all samples; single steps are none. */
const strides: Readonly<Record<string, { by?: 1 | -1; share?: number; to?: 0 | 1 }>> = {
  ArrowRight: { by: 1 },
  ArrowUp: { by: 1 },
  ArrowLeft: { by: -1 },
  ArrowDown: { by: -1 },
  PageUp: { by: 1, share: 0.1 },
  PageDown: { by: -1, share: 0.1 },
  Home: { to: 0 },
  End: { to: 1 },
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
      const stride = strides[event.key]
      if (!stride) return
      const { by = 1, share = 0, to } = stride
      const far = by * Math.max(1, Math.round(share * last))
      const next = to === undefined ? Math.max(0, Math.min(last, place + far)) : to * last
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
      aria-label="Samples"
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
