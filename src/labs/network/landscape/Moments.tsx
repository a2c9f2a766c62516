import { useId } from 'react'
import styles from './Landscape.module.css'

interface Props {
  /** The moments of the longest path. */
  readonly count: number
  readonly here: number
  readonly onSeek: (moment: number) => void
}

/** From moment to moment along the path. */
export function Moments({ count, here, onSeek }: Props) {
  const id = useId()
  const last = count - 1
  const now = Math.max(0, Math.min(last, Math.floor(here)))
  return (
    <div className={styles.moments}>
      <label htmlFor={id}>Moment</label>
      <input
        id={id}
        type="range"
        min={0}
        max={last}
        step={1}
        value={now}
        aria-valuetext={`moment ${now} of ${last}`}
        onChange={({ target }) => onSeek(target.valueAsNumber)}
      />
    </div>
  )
}
