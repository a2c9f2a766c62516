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

const barWidth = 12
const gap = 10
const roomForNumber = 17
/** Above the bar are buttons, and what it is about. */
const roomForTools = 46

/** Which colour is which height: the bands with the levels between them. */
export const Legend = memo(({ view, levels, colors }: Props) => {
  const { width, height, margins } = view
  const bands = levels.values.length + 1
  const [top, bottom] = [
    margins.top + roomForTools,
    Math.max(margins.top + roomForTools, height - margins.bottom),
  ]
  const band = (bottom - top) / bands
  const x = width - margins.right + gap
  const every = Math.max(1, Math.ceil(roomForNumber / band))
  const first = firstWholePower(levels) % every
  return (
    <g className={styles.legend}>
      <text x={x} y={top - 7}>
        f
      </text>
      {colors.slice(0, bands).map((color, i) => (
        <rect
          key={cssOf(color)}
          x={x}
          y={bottom - (i + 1) * band}
          width={barWidth}
          height={Math.max(0, band + 0.5)}
          fill={cssOf(color)}
        />
      ))}
      {Array.from(levels.values, (value, i) => ({ value, y: bottom - (i + 1) * band }))
        .filter((_, i) => i % every === first)
        .map(({ value, y }) => (
          <text key={value} x={x + barWidth + 4} y={y} dy="0.35em">
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
