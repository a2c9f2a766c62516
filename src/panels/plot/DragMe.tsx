import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Box } from '../../plot/labels/box.ts'
import type { Occupied } from '../../plot/labels/occupied.ts'
import { around, isBuried, type LabelSpace, placeLabels } from '../../plot/labels/placeLabels.ts'
import { baselineOf } from '../../plot/labels/textSize.ts'
import type { View } from '../../plot/view.ts'
import { setHasDragged } from '../../state/preferences.ts'
import { useDescentLab } from '../lab/descents.ts'
import styles from './DragMe.module.css'

export interface DragMeProps {
  readonly view: View
  /** Where the handle is, in the units of the axes. */
  readonly at: { readonly x: number; readonly y: number }
  readonly marks: { readonly taken: readonly Box[]; readonly space: LabelSpace }
  readonly occupied: Occupied
}

const text = 'drag me'
const layer = 'hint'
/** About where the arrows of a first step are. */
const arrows = { width: 150, height: 60 }

/** Says that the start is a handle, until someone has moved it; the handle breathes once. */
export function DragMe({ view, at, marks: { taken, space }, occupied }: DragMeProps) {
  const lab = useDescentLab()
  useEffect(
    () =>
      lab.store.subscribe(({ experiment }, { experiment: before }) => {
        if (experiment.start !== before.start && experiment.f === before.f) setHasDragged()
      }),
    [lab],
  )
  const [x, y] = [view.x(at.x), view.y(at.y)]
  const box = useMemo(() => {
    const { width, height } = arrows
    const above = { x: x - width / 2, y: y - height - 12, width, height }
    const spots = around({ x, y }, 'right', 'belowRight', 'left', 'belowLeft', 'below', 'above')
    return placeLabels([{ text, gap: 1.5 * space.fontSize, spots }], space, [...taken, above])[0]
  }, [x, y, taken, space])
  // What moves with the playhead comes first: while it is there, nothing is said.
  const isFree = useSyncExternalStore(
    occupied.watch,
    () => box !== undefined && !isBuried(box, occupied.besides(layer)),
  )
  useEffect(() => {
    occupied.write(layer, box && isFree ? [box] : [])
    return () => occupied.write(layer, [])
  }, [occupied, box, isFree])
  if (!box || !isFree || !Number.isFinite(x + y)) return null
  return (
    <g className={styles.hint} data-hint>
      <circle cx={x} cy={y} r={9} />
      <text x={box.x} y={baselineOf(box)}>
        {text}
      </text>
    </g>
  )
}
