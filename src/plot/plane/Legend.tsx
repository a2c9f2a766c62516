import { memo } from 'react'
import { apartTexts } from '../../core/apart.ts'
import type { Levels } from '../../core/landscape/landscape.ts'
import { sizeOf } from '../labels/textSize.ts'
import type { View } from '../view.ts'
import styles from './Legend.module.css'
import { cssOf, type Rgb } from './ramp.ts'

interface Props {
  readonly view: View
  readonly levels: Levels
  readonly colors: readonly Rgb[]
  /** What is that high. */
  readonly name?: string
  /** What stays free above the bar, in ems. */
  readonly above?: number
}

/** In ems. */
const barWidth = 0.9
const gap = 0.75
const roomForNumber = 1.3
/** Above the bar are buttons, and what it is about. */
const roomForTools = 3.5

/** Which colour is which height: the bands with the levels between them. */
export const Legend = memo(({ view, levels, colors, name = 'f', above = roomForTools }: Props) => {
  const { width, height, margins, text } = view
  const bands = levels.values.length + 1
  const top = margins.top + above * text
  const bottom = Math.max(top, height - margins.bottom)
  const band = (bottom - top) / bands
  const x = width - margins.right + gap * text
  const every = Math.max(1, Math.ceil((roomForNumber * text) / band))
  const first = firstWholePower(levels) % every
  const marked = [...levels.values].flatMap((value, i) =>
    i % every === first ? [{ value, i }] : [],
  )
  const { texts, taken = '' } = apartTexts(
    marked.map(({ value }) => value),
    3,
    Number.isNaN(levels.floor) ? undefined : levels.floor,
  )
  const title = `${name}${taken}`
  const isLong = x + sizeOf(title, text).width > width
  return (
    <g className={styles.legend}>
      <text x={isLong ? width : x} y={top - text / 2} textAnchor={isLong ? 'end' : 'start'}>
        {title}
      </text>
      {colors.slice(0, bands).map((color, i) => (
        <rect
          key={cssOf(color)}
          x={x}
          y={bottom - (i + 1) * band}
          width={barWidth * text}
          height={Math.max(0, band + 0.5)}
          fill={cssOf(color)}
        />
      ))}
      {marked.map(({ value, i }, n) => (
        <text key={value} x={x + (barWidth + 0.3) * text} y={bottom - (i + 1) * band} dy="0.35em">
          {texts[n]}
        </text>
      ))}
    </g>
  )
})
Legend.displayName = 'Legend'

/** Numbers stand at whole powers of ten where there are some. */
function firstWholePower({ values, kind, floor }: Levels): number {
  if (kind !== 'logarithmic') return 0
  const at = values.findIndex((value) => {
    const power = Math.log10(value - floor)
    return Math.abs(power - Math.round(power)) < 1e-6
  })
  return Math.max(0, at)
}
