import { pointer } from 'd3'
import { type PointerEvent, useCallback, useMemo, useRef } from 'react'
import type { PlayheadSource } from '../../../core/descent/playhead.ts'
import { steady } from '../../../core/number.ts'
import { Area } from '../../../plot/Area.tsx'
import { Axes } from '../../../plot/Axes.tsx'
import { useCursor } from '../../../plot/charts/useCursor.ts'
import { useSize } from '../../../plot/useSize.ts'
import type { View } from '../../../plot/view.ts'
import { ChartTitle } from './ChartTitle.tsx'
import styles from './RateChart.module.css'
import { type Changed, type Rates, rateAt, ratePath, ratesInWords, rateView } from './rateView.ts'

interface Props {
  readonly racers: readonly Rates[]
  readonly changes: readonly Changed[]
  readonly selected: number
  readonly playhead: PlayheadSource
  readonly logScale: boolean
  /** A click or a drag leads to a step. */
  readonly onSeek: (step: number) => void
}

/** The learning rate of every batch, with the one of the next batch, and what was changed on the way. */
export function RateChart({ racers, changes, selected, playhead, logScale, onSeek }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const view = useMemo(() => rateView(size, racers, logScale), [size, racers, logScale])
  const paths = useMemo(
    () => (size.width ? racers.map(({ rates }) => ratePath(rates, view)) : []),
    [racers, view, size.width],
  )
  const front = racers.find(({ run }) => run === selected) ?? racers[0]
  const seek = (event: PointerEvent<Element>) => {
    if (event.buttons !== 1) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const [from = 0, to = 0] = view.x.domain()
    onSeek(Math.round(Math.max(from, Math.min(to, view.x.invert(pointer(event)[0])))))
  }
  return (
    <div ref={frame} className={styles.frame}>
      {/* Before it has a size its words have no place. */}
      {size.width > 0 && (
        <svg
          width={size.width}
          height={size.height}
          role="img"
          aria-label={ratesInWords(racers, changes)}
          onPointerDown={seek}
          onPointerMove={seek}
        >
          <Axes view={view} xLabel="batch" xLabelInCorner />
          <Area view={view}>
            {racers.map(({ run }, i) => (
              <path
                key={run}
                className={styles.line}
                data-run={racers.length > 1 ? run : undefined}
                data-selected={racers.length > 1 && run === selected}
                d={paths[i]}
              />
            ))}
          </Area>
          {changes.map((change) => (
            <Change
              key={`${change.at} ${change.run} ${change.words}`}
              change={change}
              view={view}
            />
          ))}
          {front && <Now rates={front.rates} view={view} playhead={playhead} />}
        </svg>
      )}
    </div>
  )
}

/** A flag on the axis; what it says is read by pointing at it, and in the sentence of the chart. */
function Change({ change, view }: { readonly change: Changed; readonly view: View }) {
  const bottom = view.height - view.margins.bottom
  const size = 0.45 * view.text
  return (
    <g
      className={styles.change}
      data-run={change.run}
      transform={`translate(${view.x(change.at)},0)`}
    >
      <title>{change.words}</title>
      <line y1={view.margins.top} y2={bottom} />
      <path d={`M0,${bottom}L${size},${bottom - 2 * size}H${-size}Z`} />
    </g>
  )
}

interface NowProps {
  readonly rates: Float64Array
  readonly view: View
  readonly playhead: PlayheadSource
}

/** The next batch and its rate, which the title says. */
function Now({ rates, view, playhead }: NowProps) {
  const line = useRef<SVGLineElement>(null)
  const dot = useRef<SVGCircleElement>(null)
  const text = useRef<SVGTextElement>(null)
  const place = useCallback(
    (step: number) => {
      const [, last = 0] = view.x.domain()
      const rate = rateAt(rates, step)
      const [x, y] = [view.x(Math.min(step, last)), view.y(rate)]
      line.current?.setAttribute('transform', `translate(${x},0)`)
      dot.current?.setAttribute('transform', `translate(${x},${Number.isFinite(y) ? y : outside})`)
      if (text.current) text.current.textContent = `η = ${steady(rate, 3)}`
    },
    [rates, view],
  )
  useCursor(playhead, place)
  const { margins, height } = view
  return (
    <g className={styles.now}>
      <ChartTitle view={view} title="learning rate η" now={text} />
      <line ref={line} y1={margins.top} y2={Math.max(0, height - margins.bottom)} />
      <circle ref={dot} />
    </g>
  )
}

/** Where nothing is seen. */
const outside = -99
