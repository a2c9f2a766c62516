import { pointer } from 'd3'
import { useMemo, useRef, useState } from 'react'
import type { RateVerdict } from '../../../core/studies/rateVerdict.ts'
import { SaveChart } from '../../../panels/drawer/SaveChart.tsx'
import { Area } from '../../../plot/Area.tsx'
import { Axes } from '../../../plot/Axes.tsx'
import { useSize } from '../../../plot/useSize.ts'
import type { Found } from '../../../state/networks/rateFinder.ts'
import { ChartTitle } from '../charts/ChartTitle.tsx'
import { finderView, firstOf, linePath, marksOf, nearest } from './finderView.ts'
import styles from './RateFinder.module.css'
import { RateHandle } from './RateHandle.tsx'
import { RateSlider } from './RateSlider.tsx'
import { First, Key, TrialMarks, Well } from './TrialMarks.tsx'
import { foundInWords, readShortly, titleInWords } from './words.ts'

interface Props {
  readonly found: Found
  readonly verdict: RateVerdict | undefined
  readonly isLog: boolean
  /** The learning rate that is trained with. */
  readonly present: number
  /** A click, a drag or Enter takes a rate; nothing where something else is trained. */
  readonly onTake?: (rate: number) => void
}

/** The losses over the learning rates, the stretch that trains well, the best one and the present one. */
export function FinderChart({ found, verdict, isLog, present, onTake }: Props) {
  const { trials, rates, effort } = found
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const [pinned, pin] = useState<number>()
  const view = useMemo(
    () => finderView(size, { rates, trials }, isLog),
    [size, rates, trials, isLog],
  )
  const marks = useMemo(() => marksOf(trials, view), [trials, view])
  const isJudged = trials.some(({ after }) => after.validation !== undefined)
  const here = nearest(marks, view.x(present))
  const read = marks.find(({ trial }) => trial.rate === pinned) ?? marks[here]
  const first = view.y(firstOf(trials))
  const under = (event: Parameters<typeof pointer>[0]) => marks[nearest(marks, pointer(event)[0])]
  const { width, height } = view
  return (
    <div className={styles.chart} data-other={!onTake}>
      <div ref={frame} className={styles.frame}>
        {/* Before it has a size its words have no place. */}
        {size.width > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a picture with a slider in it is no field set
          // biome-ignore lint/a11y/useKeyWithClickEvents: the slider in it is the keyboard's way
          <svg
            width={width}
            height={height}
            role="group"
            aria-label={`Loss over learning rates. ${foundInWords(trials, verdict, effort)}`}
            onPointerMove={(event) => pin(under(event)?.trial.rate)}
            onPointerLeave={() => pin(undefined)}
            onClick={(event) => {
              // Whoever lets the handle go has taken one already.
              const isOfHandle = (event.target as Element).closest('[data-handle]')
              const mark = isOfHandle ? undefined : under(event)
              if (mark) onTake?.(mark.trial.rate)
            }}
          >
            <Axes view={view} xLabel="η" xLabelInCorner />
            <ChartTitle view={view} title={titleInWords(effort, isJudged)} />
            {verdict && <Well view={view} verdict={verdict} />}
            <Area view={view}>
              {Number.isFinite(first) && <First view={view} y={first} />}
              <path className={styles.line} d={linePath(marks)} />
            </Area>
            <TrialMarks marks={marks} view={view} best={verdict?.best.rate} read={pinned} />
            {onTake && (
              <>
                <RateSlider {...{ marks, view, pinned, here, onTake }} onPin={pin} />
                <RateHandle {...{ marks, view, present, onTake }} />
              </>
            )}
          </svg>
        )}
      </div>
      <div className={styles.below}>
        <p className={styles.read}>{read && readShortly(read.trial)}</p>
        <Key marks={marks} />
        <SaveChart label="Learning rates as SVG" file="learning-rates.svg" />
      </div>
    </div>
  )
}
