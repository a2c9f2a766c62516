import { useMemo, useRef, useState } from 'react'
import type { Slice } from '../../core/analysis/slice.ts'
import { Area } from '../Area.tsx'
import { Axes } from '../Axes.tsx'
import { curvePath } from '../curvePath.ts'
import { baselineOf } from '../labels/textSize.ts'
import { useSize } from '../useSize.ts'
import styles from './SliceChart.module.css'
import { SliceHandle } from './SliceHandle.tsx'
import { labelsOf } from './sliceLabels.ts'
import { type Along, etaTitle, marksOf, sliceInWords, sliceView } from './sliceView.ts'

interface Props extends Along {
  readonly slice: Slice
  /** Someone chooses another learning rate. */
  readonly onPick?: (eta: number) => void
}

/** The loss over the learning rate of one step, with its tangent, its parabola and the best of each. */
export function SliceChart({ slice, along, isTaken, onPick }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  // While someone drags, the scales stand still: they follow from the learning rate.
  const [held, hold] = useState<Slice>()
  const scaled = held ?? slice
  const view = useMemo(() => sliceView(size, scaled), [size, scaled])
  const marks = useMemo(
    () => marksOf(slice, view, { along, isTaken }),
    [slice, view, along, isTaken],
  )
  const labels = useMemo(
    () => (size.width ? labelsOf(slice, marks, view) : []),
    [slice, marks, view, size.width],
  )
  const path = (of: (eta: number) => number) => (size.width ? curvePath(of, view) : '')
  const bottom = size.height - view.margins.bottom

  return (
    <div ref={frame} className={styles.frame}>
      <svg
        width={size.width}
        height={size.height}
        role={onPick ? 'group' : 'img'}
        aria-label={sliceInWords(slice, { along, isTaken })}
      >
        {/* Before it has a size its words have no place. */}
        {view.width > 0 && <Axes view={view} xLabel={etaTitle} yLabel="f" />}
        <Area view={view}>
          <path className={styles.tangent} d={path(slice.linear)} />
          <path className={styles.parabola} d={path(slice.quadratic)} />
          <path className={styles.curve} d={path(slice.value)} />
        </Area>
        {marks.map(({ kind, x, y }) => (
          <g key={kind} className={styles.mark} data-kind={kind}>
            {kind === 'present' && <line x1={x} x2={x} y1={view.margins.top} y2={bottom} />}
            {y !== undefined && <circle cx={x} cy={y} />}
          </g>
        ))}
        {labels.map(({ kind, text, box }) => (
          <text key={text} className={styles.label} data-kind={kind} x={box.x} y={baselineOf(box)}>
            {text}
          </text>
        ))}
        {onPick && <SliceHandle slice={slice} view={view} onPick={onPick} onHold={hold} />}
      </svg>
    </div>
  )
}
