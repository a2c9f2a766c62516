import { extent } from 'd3'
import { useCallback, useMemo, useRef } from 'react'
import type { PlayheadSource } from '../../core/descent/playhead.ts'
import { linear } from '../scale.ts'
import { useSize } from '../useSize.ts'
import { lossPath } from './lossPath.ts'
import styles from './Scrubber.module.css'
import { useCursor } from './useCursor.ts'

interface Props {
  /** A value for each step. */
  readonly values: Float64Array
  readonly last: number
  readonly playhead: PlayheadSource
  readonly onSeek: (step: number) => void
}

const inset = 8
const air = 6

/** The scrubber: a native range whose track is a curve, such as that of the loss. */
export function Scrubber({ values, last, playhead, onSeek }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const cursor = useRef<SVGGElement>(null)
  const { width, height } = useSize(frame)
  const scales = useMemo(() => {
    const [low = 0, high = low] = extent(values.filter(Number.isFinite))
    const y = linear([low, high === low ? low + 1 : high], [height - air, air])
    const x = linear([0, Math.max(1, last)], [inset, Math.max(inset + 1, width - inset)])
    return { x, y }
  }, [values, last, width, height])
  const path = useMemo(() => (width ? lossPath(values, scales) : ''), [values, scales, width])

  const place = useCallback(
    (step: number) => {
      const now = Math.min(step, last)
      const k = Math.min(Math.floor(now), values.length - 1)
      const y = scales.y(values[k] ?? Number.NaN)
      cursor.current?.setAttribute('transform', `translate(${scales.x(now)},0)`)
      cursor.current?.lastElementChild?.setAttribute(
        'cy',
        String(Number.isFinite(y) ? y : height / 2),
      )
      if (!input.current) return
      input.current.value = String(Math.floor(now))
      input.current.setAttribute('aria-valuetext', `step ${Math.floor(now)} of ${last}`)
    },
    [scales, values, last, height],
  )
  useCursor(playhead, place)

  return (
    <div ref={frame} className={styles.scrubber}>
      <svg width={width} height={height} aria-hidden="true">
        <path d={path} />
        <g ref={cursor}>
          <line y1={2} y2={Math.max(2, height - 2)} />
          <circle r={6} />
        </g>
      </svg>
      <input
        ref={input}
        type="range"
        aria-label="Iteration"
        min={0}
        max={last}
        step={1}
        defaultValue={0}
        onInput={(event) => onSeek(event.currentTarget.valueAsNumber)}
      />
    </div>
  )
}
