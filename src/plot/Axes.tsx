import { memo } from 'react'
import styles from './Axes.module.css'
import { charactersIn } from './labels/textSize.ts'
import { ticksOf } from './scale.ts'
import { tickTexts } from './ticks.ts'
import type { View } from './view.ts'

interface Props {
  readonly view: View
  readonly xLabel?: string
  /** Stands in the corner below the axis of values, not over the curve. */
  readonly xLabelInCorner?: boolean
  readonly yLabel?: string
}

/** Room for a tick, in ems. */
const tickRoom = { x: 6.2, y: 4 }
const fewestTicks = 4
/** How far the buttons in the corner reach to the right, and up, in ems. */
const buttons = { right: 0.9, up: 0.45 }
/** Where numbers stand from the axes, in ems: below, and beside. */
const offset = { x: 1.3, y: 0.6 }
/** The most characters that a number may have beside and below the picture. */
const most = { x: 6, y: 7 }
/** A line of a title, in ems. */
const titleLine = 1.25

/** Grid lines with their numbers. */
export const Axes = memo(({ view, xLabel, xLabelInCorner = false, yLabel }: Props) => {
  const { x, y, width, height, margins, text } = view
  const bottom = height - margins.bottom
  const right = width - margins.right
  const inside = (pixel: number, from: number, to: number) =>
    pixel >= from - 0.5 && pixel <= to + 0.5
  const columns = ticksOf(x, Math.max(2, (right - margins.left) / (tickRoom.x * text))).filter(
    (t) => inside(x(t), margins.left, right),
  )
  const rows = ticksOf(
    y,
    Math.max(fewestTicks, (bottom - margins.top) / (tickRoom.y * text)),
  ).filter((t) => inside(y(t), margins.top, bottom))
  /** The corner between the axes has buttons. */
  const isAtEdge = (t: number) => x(t) < margins.left + buttons.right * text
  const below = tickTexts(columns, most.x)
  const beside = tickTexts(rows, most.y)
  const titleLines = wrapped(
    `${yLabel ?? ''}${beside.taken ?? ''}`,
    charactersIn(right - margins.left, text),
  )
  return (
    <g className={styles.axes}>
      {columns.map((t, i) => (
        <g key={t} transform={`translate(${Math.round(x(t)) + 0.5},0)`}>
          <line y1={margins.top} y2={bottom} />
          <text
            x={isAtEdge(t) ? -3 : 0}
            y={bottom + offset.x * text}
            textAnchor={isAtEdge(t) ? 'start' : 'middle'}
          >
            {below.texts[i]}
          </text>
        </g>
      ))}
      {rows.map((t, i) => (
        <g key={t} transform={`translate(0,${Math.round(y(t)) + 0.5})`}>
          <line x1={margins.left} x2={right} />
          {(xLabelInCorner || y(t) < bottom - buttons.up * text) && (
            <text x={margins.left - offset.y * text} dy="0.35em" textAnchor="end">
              {beside.texts[i]}
            </text>
          )}
        </g>
      ))}
      {xLabel && (
        <text
          className={styles.title}
          x={xLabelInCorner ? margins.left - text : right}
          y={bottom + (xLabelInCorner ? offset.x : -0.5) * text}
          textAnchor="end"
        >
          {`${xLabel}${below.taken ?? ''}`}
        </text>
      )}
      {titleLines.map((line, i) => (
        <text
          key={line}
          className={styles.title}
          x={margins.left + text / 2}
          y={margins.top + (1 + i * titleLine) * text}
        >
          {line}
        </text>
      ))}
    </g>
  )
})
Axes.displayName = 'Axes'

/** A title in lines of at most so many characters. */
export function wrapped(title: string, characters: number): string[] {
  const lines: string[] = []
  for (const word of title.split(' ').filter(Boolean)) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= characters)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
