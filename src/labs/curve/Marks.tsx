import { memo } from 'react'
import styles from '../../panels/plot/Plot.module.css'
import { baselineOf } from '../../plot/labels/textSize.ts'
import type { Marks as Placed } from './marks.ts'

/** Minima and the words at the start. */
export const Marks = memo(({ marks: { minima, start } }: { readonly marks: Placed }) => {
  return (
    <g className={styles.marks}>
      {minima.map(({ x, y, label, box }) => (
        <g key={`${x},${y}`}>
          <path d={`M${x},${y + 3}l6,9h-12z`} />
          {box && (
            <text x={box.x} y={baselineOf(box)}>
              {label}
            </text>
          )}
        </g>
      ))}
      {start?.box && (
        <text className={styles.startLabel} x={start.box.x} y={baselineOf(start.box)}>
          {start.label}
        </text>
      )}
    </g>
  )
})
Marks.displayName = 'Marks'
