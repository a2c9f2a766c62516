import { memo } from 'react'
import styles from './Axes.module.css'
import { charactersIn, sizeOf } from './labels/textSize.ts'
import { type PlotScale, ticksOf } from './scale.ts'
import { tickTexts } from './ticks.ts'
import type { View } from './view.ts'

interface Props {
  readonly view: View
  readonly xLabel?: string
  /** Stands in the corner below the axis of values, not over the curve. */
  readonly xLabelInCorner?: boolean
  readonly yLabel?: string
  /** Stands in one line above the picture, where there is a margin for it. */
  readonly yLabelAbove?: boolean | undefined
  /** How far buttons in the corner between the axes reach up, in ems: where they are, no number is. */
  readonly corner?: number
}

/** As many ticks as are wished for, or so few that no number touches the next. */
function apart(
  scale: PlotScale,
  least: number,
  ticksFor: (count: number) => readonly number[],
  wished: number,
): readonly number[] {
  const ticks = ticksFor(wished)
  const isTight = ticks.some((t, i) => Math.abs(scale(t) - scale(ticks[i - 1] ?? Infinity)) < least)
  return isTight && wished > 1 ? apart(scale, least, ticksFor, wished - 1) : ticks
}

/** Room for a tick, in ems. */
const tickRoom = { x: 6.2, y: 4 }
const fewestTicks = 4
/** How far below the axis its numbers stand, in ems. */
const drop = 1.3
/** The most characters that a number may have beside and below the picture. */
const most = { x: 6, y: 7 }

/** Grid lines with their numbers. */
export const Axes = memo((props: Props) => {
  const { view, xLabel, xLabelInCorner = false, yLabel, yLabelAbove, corner = 0 } = props
  const { x, y, width, height, margins, text } = view
  const bottom = height - margins.bottom
  const right = width - margins.right
  const inside = (pixel: number, from: number, to: number) =>
    pixel >= from - 0.5 && pixel <= to + 0.5
  const columns = ticksOf(x, Math.max(2, (right - margins.left) / (tickRoom.x * text))).filter(
    (t) => inside(x(t), margins.left, right),
  )
  const wished = Math.max(fewestTicks, (bottom - margins.top) / (tickRoom.y * text))
  const rowsOf = (count: number) =>
    ticksOf(y, count).filter((t) => inside(y(t), margins.top, bottom))
  const rows = apart(y, text, rowsOf, wished)
  /** Beside the corner a number begins where its tick is. */
  const isAtEdge = (t: number) => x(t) < margins.left + text
  const below = tickTexts(columns, most.x)
  /** How far a number in the middle of its tick would reach out of the picture. */
  const beyond = (at: number, number = '') =>
    Math.max(0, at + sizeOf(number, text).width / 2 - width)
  const beside = tickTexts(rows, most.y)
  const title = `${yLabel ?? ''}${beside.taken ?? ''}`
  const lines = yLabelAbove ? [title] : wrapped(title, charactersIn(right - margins.left, text))
  return (
    <g className={styles.axes}>
      {columns.map((t, i) => (
        <g key={t} transform={`translate(${Math.round(x(t)) + 0.5},0)`}>
          <line y1={margins.top} y2={bottom} />
          <text
            x={isAtEdge(t) ? -3 : -beyond(x(t), below.texts[i])}
            y={bottom + drop * text}
            textAnchor={isAtEdge(t) ? 'start' : 'middle'}
          >
            {below.texts[i]}
          </text>
        </g>
      ))}
      {rows.map((t, i) => (
        <g key={t} transform={`translate(0,${Math.round(y(t)) + 0.5})`}>
          <line x1={margins.left} x2={right} />
          {y(t) <= bottom - corner * text && (
            <text x={margins.left - text / 2} dy="0.35em" textAnchor="end">
              {beside.texts[i]}
            </text>
          )}
        </g>
      ))}
      {xLabel && (
        <text
          className={styles.title}
          x={xLabelInCorner ? margins.left - text : right}
          y={bottom + (xLabelInCorner ? drop : -0.5) * text}
          textAnchor="end"
        >
          {`${xLabel}${below.taken ?? ''}`}
        </text>
      )}
      {lines.map((line, i) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
          key={i}
          className={styles.title}
          x={yLabelAbove ? 0 : margins.left + text / 2}
          y={margins.top + (yLabelAbove ? -0.8 : 1 + 1.25 * i) * text}
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
