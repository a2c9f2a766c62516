import { line } from 'd3'
import { useMemo } from 'react'
import type { PreparedMap } from '../../core/maps/prepareMap.ts'
import { type TheoryLine, theoryOf } from '../../core/maps/theory.ts'
import { Area } from '../../plot/Area.tsx'
import { drawingArea, isInside } from '../../plot/labels/box.ts'
import { sizeOf } from '../../plot/labels/textSize.ts'
import type { View } from '../../plot/view.ts'
import styles from './MapPlot.module.css'

/** The borders between regimes as theory has them, each named where it leaves the picture. */
export function Theory({ view, map }: { readonly view: View; readonly map: PreparedMap }) {
  const borders = useMemo(() => theoryOf(map), [map])
  if (borders.length === 0 || view.width === 0) return null
  return (
    <Area view={view}>
      <g className={styles.theory}>
        {borders.map((border) => (
          <Border key={border.words} {...{ view, border }} />
        ))}
      </g>
    </Area>
  )
}

/** In ems. */
const gap = 0.6
/** So far along what is seen of a border from where it begins its name stands, on the side of what begins there. */
const along = 0.15

function Border({ view, border }: { readonly view: View; readonly border: TheoryLine }) {
  const { words, law, points } = border
  const pixels = points
    .map(([x, y]): [number, number] => [view.x(x), view.y(y)])
    .filter(([x, y]) => Number.isFinite(x + y))
  const area = drawingArea(view)
  const seen = pixels.filter((at) => isInside(area, at)).sort(([a], [b]) => a - b)
  const at = seen[Math.floor(along * seen.length)]
  const name = `${words}: ${law}`
  const hasRoom =
    at && at[0] + gap * view.text + sizeOf(name, view.text).width < area.x + area.width
  return (
    <g>
      <path d={line()(pixels) ?? ''} />
      {at && (
        <text
          x={at[0] + (hasRoom ? gap : -gap) * view.text}
          y={at[1]}
          textAnchor={hasRoom ? 'start' : 'end'}
        >
          {hasRoom ? name : `${name} →`}
        </text>
      )}
    </g>
  )
}
