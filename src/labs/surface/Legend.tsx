import { memo } from 'react'
import type { Levels } from '../../core/landscape/landscape.ts'
import { plain } from '../../core/number.ts'
import { cssOf, type Rgb } from '../../plot/plane/ramp.ts'
import type { View } from '../../plot/view.ts'
import styles from './SurfacePlot.module.css'

interface Props {
  readonly view: View
  readonly levels: Levels
  readonly colors: readonly Rgb[]
}

/** In ems. */
const barWidth = 0.9
const gap = 0.75
const roomForNumber = 1.3
/** Above the bar are buttons, and what it is about. */
const roomForTools = 3.5

/** Which colour is which height: the bands with the levels between them. */
export const Legend = memo(({ view, levels, colors }: Props) => {
  const { width, height, margins, text } = view
  const bands = levels.values.length + 1
  const [top, bottom] = [
    margins.top + roomForTools * text,
    Math.max(margins.top + roomForTools * text, height - margins.bottom),
  ]
  const band = (bottom - top) / bands
  const x = width - margins.right + gap * text
  const every = Math.max(1, Math.ceil((roomForNumber * text) / band))
  const first = firstWholePower(levels) % every
  return (
    <g className={styles.legend}>
      <text x={x} y={top - text / 2}>
        f
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
      {Array.from(levels.values, (value, i) => ({ value, y: bottom - (i + 1) * band }))
        .filter((_, i) => i % every === first)
        .map(({ value, y }) => (
          <text key={value} x={x + (barWidth + 0.3) * text} y={y} dy="0.35em">
            {plain(value, 3)}
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
