import { useCallback } from 'react'
import { Area } from '../../plot/Area.tsx'
import { type Draw, Layer } from '../../plot/Layer.tsx'
import type { EndLabel } from '../../plot/labels/endLabels.ts'
import { baselineOf } from '../../plot/labels/textSize.ts'
import type { PlotPath } from '../../plot/paths/plotPath.ts'
import { paintRacers } from '../../plot/paths/racers.ts'
import type { View } from '../../plot/view.ts'
import { playheadOf, useLab } from '../lab/labContext.ts'
import styles from './Plot.module.css'

interface Props {
  readonly view: View
  readonly paths: readonly PlotPath[]
  readonly names: readonly EndLabel[]
  readonly selected: number
}

/** The other racers with their names, and the inner evaluations of the shown one. */
export function RacersLayer({ view, paths, names, selected }: Props) {
  const playhead = playheadOf(useLab())
  const draw = useCallback<Draw>(
    (group) => {
      const paint = () => paintRacers(group, { paths, selected, view, playhead: playhead.read() })
      paint()
      return playhead.watch(paint)
    },
    [paths, selected, view, playhead],
  )
  return (
    <Area view={view}>
      <g className={styles.racers}>
        <Layer name="racers" draw={draw} />
        {names.map(({ run, text, x, y, box, isFar }) => (
          <g key={`${text} ${x} ${y}`} data-run={run}>
            {isFar && (
              <line
                x1={x}
                y1={y}
                x2={box.x + (box.x > x ? 0 : box.width)}
                y2={box.y + box.height / 2}
              />
            )}
            <text x={box.x} y={baselineOf(box)}>
              {text}
            </text>
          </g>
        ))}
      </g>
    </Area>
  )
}
