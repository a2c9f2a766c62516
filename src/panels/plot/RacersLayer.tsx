import { useCallback, useMemo } from 'react'
import { racerNames } from '../../core/analysis/racerNames.ts'
import { Area } from '../../plot/Area.tsx'
import { type Draw, Layer } from '../../plot/Layer.tsx'
import type { Box } from '../../plot/labels/box.ts'
import { endLabels, type Named } from '../../plot/labels/endLabels.ts'
import type { Occupied } from '../../plot/labels/occupied.ts'
import type { LabelSpace } from '../../plot/labels/placeLabels.ts'
import type { PlotPath } from '../../plot/paths/plotPath.ts'
import { paintNames } from '../../plot/paths/racerNames.ts'
import { paintRacers } from '../../plot/paths/racers.ts'
import type { View } from '../../plot/view.ts'
import { useShown } from '../lab/descents.ts'
import { playheadOf, useLab } from '../lab/labContext.ts'
import styles from './Plot.module.css'

export interface RacersProps {
  readonly view: View
  readonly paths: readonly PlotPath[]
  /** Of runs with mistakes: the same without them. */
  readonly corrected: ReadonlyMap<number, PlotPath>
  readonly selected: number
  /** What stands still, and where labels may be. */
  readonly marks: { readonly taken: readonly Box[]; readonly space: LabelSpace }
  readonly occupied: Occupied
}

/** The other racers with their names, and the inner evaluations of the shown one. */
export function RacersLayer({ view, paths, corrected, selected, marks, occupied }: RacersProps) {
  const playhead = playheadOf(useLab())
  const { runs } = useShown().prepared
  const named = useMemo((): Named[] => {
    const names = racerNames(runs)
    const isAlone = paths.length + corrected.size === 1
    const right = [...corrected.values()]
    return [
      ...paths.map((path, run) => ({ path, run, text: isAlone ? '' : (names[run] ?? '') })),
      ...right.map((path) => ({ path, text: 'without the mistake' })),
    ]
  }, [runs, paths, corrected])
  const draw = useCallback<Draw>(
    (group) => {
      if (view.width === 0) return undefined
      const { space, taken } = marks
      const last = new Map<Named, number>()
      const paint = () => {
        const now = playhead.read()
        const all = [...taken, ...occupied.read()]
        paintRacers(group, { paths, selected, view, playhead: now })
        paintNames(group, endLabels(named, { view, space, taken: all, playhead: now, last }))
      }
      paint()
      const unwatch = [playhead.watch(paint), occupied.watch(paint)]
      return () => {
        for (const end of unwatch) end()
      }
    },
    [paths, named, selected, view, marks, occupied, playhead],
  )
  return (
    <Area view={view}>
      <g className={styles.racers}>
        <Layer name="racers" draw={draw} />
      </g>
    </Area>
  )
}
