import { type ReactElement, type Ref, useImperativeHandle, useMemo, useRef, useState } from 'react'
import type { Moment } from '../../../core/networks/moment.ts'
import { Axes } from '../../../plot/Axes.tsx'
import type { PlotPicture } from '../../../plot/picture/file.ts'
import { useSize } from '../../../plot/useSize.ts'
import { Confusion } from './Confusion.tsx'
import { Curves, type Other } from './Curves.tsx'
import { Batch, Dots } from './Dots.tsx'
import styles from './Fit.module.css'
import { FitLegend } from './FitLegend.tsx'
import { FitTools } from './FitTools.tsx'
import { Front } from './Front.tsx'
import { type FitData, fitOf, isOverInputs } from './fit.ts'
import { fitPicture } from './fitPicture.ts'
import { fitView, titlesOf } from './fitView.ts'
import { Ground } from './Ground.tsx'
import { placesOf } from './places.ts'
import type { Pointed } from './pointing.ts'
import { Readout } from './Readout.tsx'
import { useCalm } from './useCalm.ts'
import { useColours } from './useColours.ts'
import { fitInWords } from './words.ts'

/** What can be asked of a fit on the screen. */
export interface FitHandle {
  /** As a picture to keep; nothing of a table. */
  readonly picture: () => PlotPicture | undefined
}

export interface FitPlotProps extends FitData {
  readonly ref?: Ref<FitHandle>
  readonly moment: Moment | undefined
  /** Other racers, where there is one input. */
  readonly others?: readonly Other[]
  /** In a race, whose answers the moment has. */
  readonly run?: number | undefined
  /** What is to be answered without noise. */
  readonly truth?: ((x: number) => number) | undefined
  /** A point that is looked at. */
  readonly chosen?: number | undefined
  readonly onChoose?: (sample: number) => void
  /** Someone adds a point of their own. */
  readonly onAdd?: (input: readonly number[], target: number) => void
  readonly onRemove?: (sample: number) => void
  /** Whether points that are not learned from are drawn. */
  readonly showTest?: boolean
}

const nobody: readonly Other[] = []

/** What a network answers, with the data that it learns from. */
export function FitPlot(props: FitPlotProps): ReactElement {
  const { points, training, classes, loss, probe, moment, run, chosen, truth } = props
  const { onChoose, onAdd, onRemove, others = nobody, showTest: showsValidation = true } = props
  const box = useRef<HTMLDivElement>(null)
  const swatches = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const [output, setOutput] = useState(0)
  const [added, setAdded] = useState(0)
  const [pointed, point] = useState<Pointed>()
  const fit = useMemo(
    () => fitOf({ points, training, classes, loss, probe }, { output, showsValidation }),
    [points, training, classes, loss, probe, output, showsValidation],
  )
  // A moment of other data than these says nothing about them.
  const isOfThese = moment?.answers.length === probe.columns * probe.rows * fit.width
  const [answers, batch] = isOfThese ? [moment.answers, moment.batch] : []
  const view = useMemo(() => fitView(fit, size), [fit, size])
  const colours = useColours(swatches, classes ?? 0, size)
  const placing = isOverInputs(fit) ? undefined : answers
  const places = useMemo(() => placesOf(fit, view, placing), [fit, view, placing])
  const calm = useCalm(answers)
  const words = useMemo(() => fitInWords(fit, calm), [fit, calm])
  useImperativeHandle(
    props.ref,
    () => ({
      picture: () =>
        box.current && colours
          ? fitPicture({ frame: box.current, fit, view, colours, places, answers, batch })
          : undefined,
    }),
    [fit, view, colours, places, answers, batch],
  )
  const of = { fit, view, answers }
  const isThere = size.width > 0 && colours !== undefined
  return (
    <div className={styles.fit}>
      <div className={styles.head}>
        <FitLegend
          {...{ fit, others, run }}
          hasTruth={truth !== undefined}
          hasBatch={batch !== undefined && batch.length < fit.learned.length}
        />
        <FitTools
          fit={fit}
          onOutput={setOutput}
          target={onAdd && added}
          onTarget={setAdded}
          onRemove={onRemove && chosen !== undefined ? () => onRemove(chosen) : undefined}
        />
      </div>
      <div ref={box} className={styles.frame}>
        <div ref={swatches} className={styles.swatches} aria-hidden="true">
          <i data-numbers />
          {Array.from({ length: classes ?? 0 }, (_, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: classes are told apart by their number
            <i key={k} data-class={k} />
          ))}
        </div>
        {fit.look === 'confusion' ? (
          <Confusion {...{ fit, answers, words }} />
        ) : (
          isThere && (
            <>
              <Ground {...of} colours={colours} />
              <svg
                className={styles.back}
                data-look={fit.look}
                width={size.width}
                height={size.height}
                aria-hidden="true"
              >
                <Axes view={view} xLabel={titlesOf(fit).x} yLabel={titlesOf(fit).y} />
              </svg>
              <Dots {...{ fit, view, colours, places }} />
              <Batch {...{ fit, view, colours, places, batch }} />
              <svg
                className={styles.curves}
                width={size.width}
                height={size.height}
                aria-hidden="true"
              >
                {probe.inputs === 1 && <Curves {...of} {...{ others, truth, run }} />}
              </svg>
              <Front
                {...of}
                {...{ places, words, pointed, chosen, onChoose, onRemove }}
                onPoint={point}
                onAdd={
                  onAdd && ((input, height) => onAdd(input, fit.look === 'curve' ? height : added))
                }
              />
              {pointed && <Readout {...of} pointed={pointed} />}
            </>
          )
        )}
      </div>
    </div>
  )
}
