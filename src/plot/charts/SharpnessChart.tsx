import { useCallback, useMemo, useRef } from 'react'
import type { Sharpness } from '../../core/analysis/sharpness.ts'
import type { PlayheadSource } from '../../core/descent/playhead.ts'
import { Axes } from '../Axes.tsx'
import { baselineOf } from '../labels/textSize.ts'
import { useSize } from '../useSize.ts'
import { lossPath } from './lossPath.ts'
import styles from './SharpnessChart.module.css'
import {
  areaAbove,
  indexScale,
  limitLabel,
  limitPath,
  sharpnessInWords,
  sharpnessTitle,
  sharpnessView,
  stairsOf,
} from './sharpnessView.ts'
import { useCursor } from './useCursor.ts'

interface Props {
  readonly sharpness: Sharpness
  readonly playhead: PlayheadSource
  readonly logScale: boolean
}

/** The largest curvature at each point of a run, and the most that its learning rate allows. */
export function SharpnessChart({ sharpness: measured, playhead, logScale }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const cursor = useRef<SVGGElement>(null)
  const size = useSize(frame)
  const view = useMemo(() => sharpnessView(size, measured, logScale), [size, measured, logScale])
  const picture = useMemo(() => {
    if (!size.width) return undefined
    const stairs = stairsOf(measured, view)
    const [lowest = 0] = view.y.domain()
    const seen = measured.sharpness.map((value) => Math.max(lowest, value))
    return {
      line: lossPath(seen, { x: indexScale(view, measured), y: view.y }),
      limit: limitPath(stairs, view),
      above: areaAbove(stairs, view),
      label: limitLabel(measured, stairs, view),
    }
  }, [measured, view, size.width])

  const place = useCallback(
    (step: number) => {
      const { steps, sharpness } = measured
      const [lowest = 0] = view.y.domain()
      const last = steps.at(-1) ?? 0
      const now = Math.min(step, last)
      const i = Math.floor((now / Math.max(1, last)) * (steps.length - 1))
      const y = view.y(Math.max(lowest, sharpness[i] as number))
      cursor.current?.setAttribute('transform', `translate(${view.x(now)},0)`)
      cursor.current?.lastElementChild?.setAttribute('cy', String(Number.isFinite(y) ? y : 0))
    },
    [measured, view],
  )
  useCursor(playhead, place)

  return (
    <div ref={frame} className={styles.frame}>
      <svg
        width={size.width}
        height={size.height}
        role="img"
        aria-label={sharpnessInWords(measured)}
      >
        <path className={styles.above} d={picture?.above} />
        {/* Before it has a size its words have no place. */}
        {view.width > 0 && (
          <Axes view={view} xLabel="step" xLabelInCorner yLabel={sharpnessTitle} />
        )}
        <path className={styles.limit} d={picture?.limit} />
        <path className={styles.line} d={picture?.line} />
        <g ref={cursor}>
          <line
            className={styles.cursor}
            y1={view.margins.top}
            y2={Math.max(0, size.height - view.margins.bottom)}
          />
          <circle className={styles.now} />
        </g>
        {picture?.label && (
          <text className={styles.label} x={picture.label.box.x} y={baselineOf(picture.label.box)}>
            {picture.label.text}
          </text>
        )}
      </svg>
    </div>
  )
}
