import { memo } from 'react'
import { plain } from '../core/number.ts'
import styles from './Axes.module.css'
import type { View } from './view.ts'

interface Props {
  readonly view: View
  readonly xLabel?: string
  /** Stands in the corner below the axis of values, not over the curve. */
  readonly xLabelInCorner?: boolean
  readonly yLabel?: string
}

const pixelsPerTickX = 80
const pixelsPerTickY = 52

/** Grid lines with their numbers. */
export const Axes = memo(({ view, xLabel, xLabelInCorner = false, yLabel }: Props) => {
  const { x, y, width, height, margins } = view
  const bottom = height - margins.bottom
  const right = width - margins.right
  const inside = (pixel: number, from: number, to: number) =>
    pixel >= from - 0.5 && pixel <= to + 0.5
  const columns = x
    .ticks(Math.max(2, (right - margins.left) / pixelsPerTickX))
    .filter((t) => inside(x(t), margins.left, right))
  const rows = y
    .ticks(Math.max(2, (bottom - margins.top) / pixelsPerTickY))
    .filter((t) => inside(y(t), margins.top, bottom))
  return (
    <g className={styles.axes}>
      {columns.map((t) => (
        <g key={t} transform={`translate(${Math.round(x(t)) + 0.5},0)`}>
          <line y1={margins.top} y2={bottom} />
          <text y={bottom + 17} textAnchor="middle">
            {plain(t, 6)}
          </text>
        </g>
      ))}
      {rows.map((t) => (
        <g key={t} transform={`translate(0,${Math.round(y(t)) + 0.5})`}>
          <line x1={margins.left} x2={right} />
          <text x={margins.left - 8} dy="0.35em" textAnchor="end">
            {plain(t, 6)}
          </text>
        </g>
      ))}
      {xLabel && (
        <text
          className={styles.title}
          x={xLabelInCorner ? margins.left - 12 : right}
          y={xLabelInCorner ? bottom + 17 : bottom - 7}
          textAnchor="end"
        >
          {xLabel}
        </text>
      )}
      {yLabel && (
        <text className={styles.title} x={margins.left + 7} y={margins.top + 13}>
          {yLabel}
        </text>
      )}
    </g>
  )
})
Axes.displayName = 'Axes'
