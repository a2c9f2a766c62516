import { useCallback, useMemo } from 'react'
import type { PlayheadSource } from '../../../core/descent/playhead.ts'
import plot from '../../../panels/plot/Plot.module.css'
import { Area } from '../../../plot/Area.tsx'
import { type Draw, Layer } from '../../../plot/Layer.tsx'
import { endLabels, type Named } from '../../../plot/labels/endLabels.ts'
import { baselineOf } from '../../../plot/labels/textSize.ts'
import type { PlotPath } from '../../../plot/paths/plotPath.ts'
import { paintNames } from '../../../plot/paths/racerNames.ts'
import { paintRacers } from '../../../plot/paths/racers.ts'
import type { View } from '../../../plot/view.ts'
import styles from './Landscape.module.css'
import type { Beginning } from './paths.ts'

interface Props {
  readonly view: View
  readonly paths: readonly PlotPath[]
  readonly beginning: Beginning
  readonly here: PlayheadSource
}

/** Where the racers are at the moment that is shown, with their names, and where all of them began. */
export function PathsLayer({ view, paths, beginning, here }: Props) {
  const named = useMemo(
    (): Named[] =>
      // One that is alone needs no name; what it has is an end.
      paths.length === 1
        ? paths.map((path) => ({ path, text: 'end' }))
        : paths.map((path, run) => ({ path, run, text: path.label })),
    [paths],
  )
  const draw = useCallback<Draw>(
    (group) => {
      if (view.width === 0) return undefined
      const { space, taken } = beginning
      const last = new Map<Named, number>()
      const paint = () => {
        const playhead = here.read()
        paintRacers(group, { paths, selected: nobody, view, playhead })
        paintNames(group, endLabels(named, { view, space, taken, playhead, last }))
      }
      paint()
      return here.watch(paint)
    },
    [paths, named, view, beginning, here],
  )
  const { x, y, box, words } = beginning
  return (
    <Area view={view}>
      {Number.isFinite(x + y) && (
        <g className={styles.start}>
          <circle cx={x} cy={y} />
          {box && (
            <text x={box.x} y={baselineOf(box)}>
              {words}
            </text>
          )}
        </g>
      )}
      <g className={plot.racers}>
        <Layer name="racers" draw={draw} />
      </g>
    </Area>
  )
}

/** No racer has another point than the others. */
const nobody = -1
