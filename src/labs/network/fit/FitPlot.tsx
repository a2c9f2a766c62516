import { type ReactElement, type Ref, useImperativeHandle, useMemo, useRef, useState } from 'react'
import type { Moment } from '../../../core/networks/moment.ts'
import { useSize } from '../../../plot/useSize.ts'
import { Confusion } from './Confusion.tsx'
import type { Other } from './Curves.tsx'
import styles from './Fit.module.css'
import { FitLayers } from './FitLayers.tsx'
import { FitLegend } from './FitLegend.tsx'
import { FitTools } from './FitTools.tsx'
import { type FitData, fitOf, isOverInputs } from './fit.ts'
import { fitPicture } from './fitPicture.ts'
import { fitView } from './fitView.ts'
import type { FitHandle } from './keptPicture.ts'
import { placesOf } from './places.ts'
import { useCalm } from './useCalm.ts'
import { useColours } from './useColours.ts'
import { fitInWords } from './words.ts'

export interface FitPlotProps extends FitData {
  readonly ref?: Ref<FitHandle>
  readonly moment: Moment | undefined
  /** Other racers, where there is one input. */
  readonly others?: readonly Other[]
  /** In a race, whose answers the moment has. */
  readonly run?: number | undefined
  /** What that racer is called. */
  readonly name?: string | undefined
  /** What is to be answered without noise. */
  readonly truth?: ((x: number) => number) | undefined
  /** A point that is looked at. */
  readonly chosen?: number | undefined
  readonly onChoose?: (sample: number) => void
  /** Someone adds a point of their own. */
  readonly onAdd?: (input: readonly number[], target: number) => void
  readonly onRemove?: (sample: number) => void
  /** Without what explains it: it stands beside another one. */
  readonly isBare?: boolean
}

const nobody: readonly Other[] = []

/** What a network answers, with the data that it learns from. */
export function FitPlot(props: FitPlotProps): ReactElement {
  const { points, training, classes, loss, probe, moment, run, chosen, truth } = props
  const { onChoose, onAdd, onRemove, others = nobody, isBare = false } = props
  const box = useRef<HTMLDivElement>(null)
  const swatches = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const [output, setOutput] = useState(0)
  const [added, setAdded] = useState(0)
  const fit = useMemo(
    () => fitOf({ points, training, classes, loss, probe }, output),
    [points, training, classes, loss, probe, output],
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
  const shown = useMemo(
    () => ({ fit, view, places, answers, batch }),
    [fit, view, places, answers, batch],
  )
  useImperativeHandle(
    props.ref,
    () => ({
      picture(corner) {
        const frame = box.current
        const layers = frame && colours && fitPicture({ frame, ...shown, colours })
        if (!layers) return undefined
        const { left, top } = frame.getBoundingClientRect()
        return { x: left - corner.left, y: top - corner.top, layers }
      },
    }),
    [shown, colours],
  )
  return (
    <div className={styles.fit}>
      <div className={styles.body} data-look={fit.look}>
        {!isBare && (
          <div className={styles.head}>
            <FitLegend
              {...{ fit, others, run }}
              name={props.name}
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
        )}
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
            size.width > 0 &&
            colours && (
              <FitLayers
                {...{ fit, view, colours, places, answers, batch, others, run, truth }}
                {...{ words, chosen, onChoose, onRemove }}
                onAdd={
                  onAdd && ((input, height) => onAdd(input, fit.look === 'curve' ? height : added))
                }
              />
            )
          )}
        </div>
      </div>
    </div>
  )
}
