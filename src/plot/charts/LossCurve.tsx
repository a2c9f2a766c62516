// plot/charts/: small charts over steps, and along a slice.
import { extent, max, min, pointer } from 'd3'
import { type PointerEvent, useCallback, useMemo, useRef } from 'react'
import type { PlayheadSource } from '../../core/descent/playhead.ts'
import type { Trace } from '../../core/descent/trace.ts'
import { Axes } from '../Axes.tsx'
import { linear, linearNice, logarithmicNice } from '../scale.ts'
import { useSize } from '../useSize.ts'
import { marginsFor, type Sheet, type View } from '../view.ts'
import { chartMargins } from './chartMargins.ts'
import styles from './LossCurve.module.css'
import { lossPath } from './lossPath.ts'
import { useCursor } from './useCursor.ts'
import { widened } from './widened.ts'

interface Props {
  readonly traces: readonly Trace[]
  /** What a value of the loss is called. */
  readonly name: string
  /** Runs without the mistakes that some of them make. */
  readonly corrected: readonly Trace[]
  /** The one in front. */
  readonly selected: number
  readonly playhead: PlayheadSource
  readonly logScale: boolean
  /** The least value that is known: what a logarithmic scale measures from where f is not above 0. */
  readonly floor: number
  /** A click or a drag leads to a step. */
  readonly onSeek: (step: number) => void
}

/** Smaller shares of the largest value are not told apart on a logarithmic scale. */
const smallestShare = 1e-16

/** The loss of each run at each step. */
export function LossCurve(props: Props) {
  const { traces, name, corrected, selected, playhead, logScale, floor } = props
  const frame = useRef<HTMLDivElement>(null)
  const cursor = useRef<SVGLineElement>(null)
  const size = useSize(frame)
  const measured = useMemo(
    () => measure([...traces, ...corrected], logScale, floor),
    [traces, corrected, logScale, floor],
  )
  const view = useMemo(() => lossView(size, measured, logScale), [size, measured, logScale])
  const paths = useMemo(
    () => (size.width ? measured.all.map((values) => lossPath(values, view)) : []),
    [measured, view, size.width],
  )
  const last = Math.max(...traces.map(({ f }) => f.length - 1))

  const place = useCallback(
    (step: number) => {
      const x = view.x(Math.min(step, last))
      cursor.current?.setAttribute('transform', `translate(${x},0)`)
    },
    [view, last],
  )
  useCursor(playhead, place)
  const seek = (event: PointerEvent<Element>) => {
    if (event.buttons !== 1) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const step = Math.round(view.x.invert(pointer(event)[0]))
    props.onSeek(Math.max(0, Math.min(last, step)))
  }

  return (
    <div ref={frame} className={styles.frame}>
      <svg
        width={size.width}
        height={size.height}
        role="img"
        aria-label={`Loss over ${last} steps`}
        onPointerDown={seek}
        onPointerMove={seek}
      >
        {/* Before it has a size its words have no place. */}
        {view.width > 0 && (
          <Axes
            view={view}
            xLabel="step"
            xLabelInCorner
            yLabel={measured.isAboveLeast ? `${name} − least ${name}` : name}
          />
        )}
        {paths.map((path, run) => (
          <path
            key={traces[run]?.label ?? `corrected ${run}`}
            className={styles.line}
            data-run={traces.length > 1 && run < traces.length ? run : undefined}
            data-corrected={run >= traces.length}
            data-selected={traces.length > 1 && run === selected}
            d={path}
          />
        ))}
        <line
          ref={cursor}
          className={styles.cursor}
          y1={view.margins.top}
          y2={Math.max(0, size.height - view.margins.bottom)}
        />
      </svg>
    </div>
  )
}

interface Measured {
  /** One column for each run. */
  readonly all: readonly Float64Array[]
  /** What is shown is how far they are above the least of them, or above what is known to be less. */
  readonly isAboveLeast?: true
}

function measure(traces: readonly Trace[], logScale: boolean, floor: number): Measured {
  const all = traces.map(({ f }) => f)
  if (!logScale) return { all }
  const least = min(all, (f) => min(f)) ?? Number.POSITIVE_INFINITY
  const most = max(all, (f) => max(f.filter(Number.isFinite))) ?? 0
  // Within one power of ten a logarithm shows nothing of how it falls.
  if (least > 0 && most > 10 * least) return { all }
  const base = Math.min(floor, least)
  return { all: all.map((f) => f.map((value) => value - base)), isAboveLeast: true }
}

function lossView(size: Sheet, { all }: Measured, logScale: boolean): View {
  const margins = marginsFor(size.text, chartMargins)
  const isSeen = (value: number) => Number.isFinite(value) && !(logScale && value <= 0)
  const ends = all.flatMap((values) => extent(values.filter(isSeen)) as number[])
  const [least, high] = widened(extent(ends), logScale)
  const low = logScale ? Math.max(least, high * smallestShare) : least
  const bottom = Math.max(margins.top + 1, size.height - margins.bottom)
  const y = (logScale ? logarithmicNice : linearNice)([low, high], [bottom, margins.top])
  const x = linear(
    [0, Math.max(1, (max(all, ({ length }) => length) ?? 0) - 1)],
    [margins.left, Math.max(margins.left + 1, size.width - margins.right)],
  )
  return { ...size, margins, x, y }
}
