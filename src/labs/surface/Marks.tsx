import { memo } from 'react'
import type { CriticalPoint } from '../../core/landscape/landscape.ts'
import { baselineOf } from '../../plot/labels/textSize.ts'
import type { Mark } from './marks.ts'
import styles from './SurfacePlot.module.css'

/** A shape for each kind of point, so that colour alone tells nothing apart. */
const shapes: Readonly<Record<CriticalPoint['kind'], string>> = {
  minimum: 'M-6,-4.5H6L0,5.5Z',
  maximum: 'M-6,4.5H6L0,-5.5Z',
  saddle: 'M-5,-5Q0,0 5,-5M-5,5Q0,0 5,5',
  flat: 'M0,-6L6,0L0,6L-6,0Z',
  kink: 'M-6,-4.5L0,5.5L6,-4.5',
}

/** Minima, maxima, saddles, flat points and kinks. */
export const Marks = memo(({ points }: { readonly points: readonly Mark[] }) => (
  <g className={styles.marks}>
    {points.map(({ kind, x, y, words, label, box }) => (
      <g key={`${x},${y}`} data-kind={kind}>
        <path d={shapes[kind]} transform={`translate(${x},${y})`}>
          <title>{words}</title>
        </path>
        {box && (
          <text x={box.x} y={baselineOf(box)}>
            {label}
          </text>
        )}
      </g>
    ))}
  </g>
))
Marks.displayName = 'Marks'
