import { curveStepAfter, line, max, range } from 'd3'
import { useCallback, useMemo, useRef } from 'react'
import type { PlayheadSource } from '../../core/descent/playhead.ts'
import { plain } from '../../core/number.ts'
import { linear } from '../scale.ts'
import { useSize } from '../useSize.ts'
import { marginsFor, type Sheet } from '../view.ts'
import styles from './StepCurve.module.css'
import { useCursor } from './useCursor.ts'

interface Props {
  /** One value for each step. */
  readonly values: Float64Array
  readonly playhead: PlayheadSource
  readonly label: string
  readonly title: string
}

const inEms = { top: 0.5, right: 0.6, bottom: 0.5, left: 5 }

/** A quantity over the steps, small: each step's value as a level stretch, with a cursor at the playhead. */
export function StepCurve({ values, playhead, label, title }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const cursor = useRef<SVGCircleElement>(null)
  const size = useSize(frame)
  const { width, height, text } = size
  const { x, y, path, most } = useMemo(() => shape(values, size), [values, size])

  const place = useCallback(
    (step: number) => {
      const k = Math.max(0, Math.min(values.length - 1, Math.floor(step)))
      cursor.current?.setAttribute('cx', String(x(k + 0.5)))
      cursor.current?.setAttribute('cy', String(y(values[k] as number)))
    },
    [values, x, y],
  )
  useCursor(playhead, place)

  return (
    <div ref={frame} className={styles.frame}>
      <svg width={width} height={height} role="img" aria-label={label}>
        <text x={x(0) - text / 2} y={y(most)} dy="0.7em" textAnchor="end">
          {plain(most, 3)}
        </text>
        <text x={x(0) - text / 2} y={y(0)} textAnchor="end">
          {title} 0
        </text>
        <path className={styles.line} d={width ? path : ''} />
        <circle ref={cursor} r={4} />
      </svg>
    </div>
  )
}

function shape(values: Float64Array, { width, height, text }: Sheet) {
  const margins = marginsFor(text, inEms)
  const most = Math.max(0, max(values) ?? 0)
  const x = linear(
    [0, Math.max(1, values.length)],
    [margins.left, Math.max(margins.left + 1, width - margins.right)],
  )
  const y = linear([0, most || 1], [Math.max(1, height - margins.bottom), margins.top])
  const stride = Math.max(1, Math.floor(values.length / Math.max(1, width)))
  const steps = [...range(0, values.length, stride), values.length]
  const level = (k: number) => y(values[Math.min(k, values.length - 1)] as number)
  const stairs = line<number>(x, level)
    .curve(curveStepAfter)
    .defined((k) => Number.isFinite(level(k)))
    .digits(1)
  return { x, y, path: stairs(steps) ?? '', most }
}
