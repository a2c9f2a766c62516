import { memo } from 'react'
import styles from './GraphPicture.module.css'

type Place = readonly [x: number, y: number]

interface Props {
  readonly path: string
  /** Where it ends, by which values go in; and where it begins, by which adjoints come out. */
  readonly ends: readonly [from: Place, to: Place]
  /** Where its local derivative stands. */
  readonly x: number
  readonly y: number
  /** Its local derivative; empty where nobody looks at it. */
  readonly slope: string
  /** A value has gone along it; an adjoint has come back; or just now. */
  readonly state: 'ahead' | 'forward' | 'backward'
  readonly isNow: boolean
  /** It goes over others. */
  readonly isLong: boolean
  /** Out of sight. */
  readonly isFar: boolean
}

/** Labels stand above the line. */
const above = 9
const tipAt = ([x, y]: Place, direction: 1 | -1) => `M${x},${y}l${-7 * direction},-4v8z`

/** An edge: values go along it, and adjoints come back, multiplied by the local derivative that stands on it. */
export const Wire = memo(
  ({ path, ends: [from, to], x, y, slope, state, isNow, isLong, isFar }: Props) => (
    <g
      className={styles.wire}
      data-state={state}
      data-now={isNow || undefined}
      data-far={isFar || undefined}
      data-long={isLong || undefined}
    >
      <path d={path} />
      <path className={styles.tip} d={state === 'backward' ? tipAt(from, -1) : tipAt(to, 1)} />
      {slope && (
        <text x={x} y={y - above}>
          {slope}
        </text>
      )}
    </g>
  ),
)
Wire.displayName = 'Wire'
