import { pointer } from 'd3'
import { memo, type PointerEvent, type ReactNode, useCallback, useRef } from 'react'
import type { PlayheadSource } from '../../../core/descent/playhead.ts'
import { Area } from '../../../plot/Area.tsx'
import { Axes } from '../../../plot/Axes.tsx'
import { useCursor } from '../../../plot/charts/useCursor.ts'
import type { View } from '../../../plot/view.ts'
import { ChartTitle } from './ChartTitle.tsx'
import styles from './Curves.module.css'
import { curvePath, epochUnder } from './curveView.ts'
import type { Epochs } from './racers.ts'
import type { Reading } from './useReading.ts'

/** What all curves of a training have in common. */
export interface Following {
  readonly playhead: PlayheadSource
  readonly reading: Reading
  readonly epochs: Epochs
  /** Epochs that are known by now. */
  readonly known: number
  /** A click or a drag leads to a step. */
  readonly onSeek: (step: number) => void
}

export interface Line {
  readonly run: number
  readonly kind: 'training' | 'validation'
  readonly values: Float64Array
}

interface Props extends Following {
  readonly view: View
  readonly lines: readonly Line[]
  /** The racer in front; nothing where it is alone. */
  readonly selected: number | undefined
  /** What values are multiplied by on the axis. */
  readonly unit?: number
  readonly title: string
  /** All of the picture in a sentence. */
  readonly sentence: string
  /** What stands on the curves. */
  readonly children?: ReactNode
}

/** Curves over the epochs of a training, with the playhead and the epoch that someone points at. */
export function Curves(props: Props) {
  const { view, lines, selected, unit = 1, title, sentence, children } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture with a slider in it is no field set
    <svg
      width={view.width}
      height={view.height}
      role="group"
      aria-label={sentence}
      {...usePointing(props)}
    >
      <Axes view={view} xLabel="epoch" xLabelInCorner />
      <ChartTitle view={view} title={title} />
      <Area view={view}>
        {lines.map(({ run, kind, values }) => (
          <Curve
            key={`${run} ${kind}`}
            run={selected === undefined ? undefined : run}
            kind={kind}
            isSelected={run === selected}
            values={values}
            unit={unit}
            view={view}
          />
        ))}
      </Area>
      <Cursors {...props} />
      {children}
    </svg>
  )
}

interface CurveProps extends Omit<Line, 'run'> {
  readonly run: number | undefined
  readonly isSelected: boolean
  readonly unit: number
  readonly view: View
}

const Curve = memo(({ run, kind, isSelected, values, unit, view }: CurveProps) => (
  <path
    className={styles.curve}
    data-run={run}
    data-kind={kind}
    data-selected={isSelected}
    d={curvePath(values, view, unit)}
  />
))
Curve.displayName = 'Curve'

/** To point at an epoch is to read it; to press there leads to it. */
function usePointing({ view, reading, epochs, known, onSeek }: Props) {
  const point = (event: PointerEvent<Element>) => {
    const epoch = epochUnder(view, pointer(event)[0], known)
    reading.pin(epoch)
    if (event.buttons !== 1) return
    event.currentTarget.setPointerCapture(event.pointerId)
    onSeek(epochs.stepOf(epoch))
  }
  return { onPointerDown: point, onPointerMove: point, onPointerLeave: () => reading.pin() }
}

function Cursors({ view, playhead, reading, epochs, known }: Props) {
  const now = useRef<SVGLineElement>(null)
  const read = useRef<SVGLineElement>(null)
  const move = useCallback(
    (line: SVGLineElement | null, epoch: number) =>
      line?.setAttribute('transform', `translate(${view.x(Math.min(epoch, known))},0)`),
    [view, known],
  )
  const placeNow = useCallback(
    (step: number) => move(now.current, epochs.epochOf(step)),
    [move, epochs],
  )
  const placeRead = useCallback(
    (epoch: number) => {
      move(read.current, epoch)
      read.current?.toggleAttribute('data-off', !reading.isPinned())
    },
    [move, reading],
  )
  useCursor(playhead, placeNow)
  useCursor(reading, placeRead)
  const ends = { y1: view.margins.top, y2: Math.max(0, view.height - view.margins.bottom) }
  return (
    <>
      <line ref={read} className={styles.read} {...ends} />
      <line ref={now} className={styles.now} {...ends} />
    </>
  )
}
