import { useId } from 'react'
import { apartTexts } from '../../core/apart.ts'
import { cssOf } from '../../plot/plane/ramp.ts'
import { ticksOf } from '../../plot/scale.ts'
import type { View } from '../../plot/view.ts'
import styles from './MapPlot.module.css'
import { noValueInWords } from './names.ts'
import type { Palette } from './palette.ts'
import type { MapPicture } from './picture.ts'
import { valueScale } from './valueScale.ts'

/** In ems. */
const barWidth = 0.9
const gap = 0.75
const tickRoom = 3
/** So many of the colours make a gradient that nobody tells from all of them. */
const stops = 16

interface Props {
  readonly view: View
  readonly picture: MapPicture
  readonly palette: Palette
}

/** Which colour is which value. */
export function ValueBar({ view, picture, palette: { values } }: Props) {
  const id = useId()
  const scale = valueScale(picture)
  const { margins, width, height, text } = view
  if (width === 0) return null
  if (!scale)
    return (
      <g className={styles.bar}>
        <text x={(margins.left + width - margins.right) / 2} y={height / 2} textAnchor="middle">
          {noValueInWords[picture.map.show]}
        </text>
      </g>
    )
  const [top, bottom] = [margins.top + text, height - margins.bottom]
  const x = width - margins.right + gap * text
  const at = (value: number) => bottom - scale(value) * (bottom - top)
  const ticks = ticksOf(scale, Math.max(2, (bottom - top) / (tickRoom * text)))
  const { texts } = apartTexts(ticks, 3)
  return (
    <g className={styles.bar}>
      <linearGradient id={id} x1={0} x2={0} y1={1} y2={0}>
        {Array.from({ length: stops + 1 }, (_, i) => {
          const share = i / stops
          const color = values[Math.round(share * (values.length - 1))]
          return color && <stop key={share} offset={share} stopColor={cssOf(color)} />
        })}
      </linearGradient>
      <rect
        x={x}
        y={top}
        width={barWidth * text}
        height={Math.max(0, bottom - top)}
        fill={`url(#${id})`}
      />
      {ticks.map((tick, i) => (
        <text key={tick} x={x + (barWidth + 0.3) * text} y={at(tick)} dy="0.35em">
          {texts[i]}
        </text>
      ))}
    </g>
  )
}
