import { pointer } from 'd3'
import { type PointerEvent, useMemo, useRef } from 'react'
import {
  type GradientCheck,
  type QuotientKind,
  quotientKinds,
  quotients,
} from '../../../core/graphs/gradientCheck.ts'
import { Area } from '../../../plot/Area.tsx'
import { Axes } from '../../../plot/Axes.tsx'
import { linePath } from '../../../plot/curvePath.ts'
import { baselineOf } from '../../../plot/labels/textSize.ts'
import { useSize } from '../../../plot/useSize.ts'
import type { View } from '../../../plot/view.ts'
import styles from './Charts.module.css'
import { labelsOf, lane, predictedAt } from './errorLabels.ts'
import { errorPath, errorView, flankEnds, heightOf, widthUnder } from './errorView.ts'
import type { Flank } from './flanks.ts'
import { slantedWords } from './slanted.ts'
import { type Comparison, lectureWidth } from './slopes.ts'

interface Props {
  readonly check: GradientCheck
  readonly flanks: readonly Flank[]
  readonly h: number
  readonly compared: Readonly<Record<QuotientKind, Comparison>>
  /** All of it in a sentence. */
  readonly sentence: string
  /** A click or a drag leads to a width. */
  readonly onPick: (h: number) => void
}

/** How far difference quotients are from the slope, over h: a V on axes of logarithms. */
export function ErrorChart({ check, flanks, h, compared, sentence, onPick }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const view = useMemo(() => errorView(size, check), [size, check])
  const words = useMemo(() => wordsOn(check, flanks, view), [check, flanks, view])
  const pick = (event: PointerEvent<Element>) => {
    if (event.buttons !== 1) return
    event.currentTarget.setPointerCapture(event.pointerId)
    onPick(widthUnder(view, pointer(event)[0]))
  }
  return (
    <div ref={frame} className={styles.frame}>
      {size.width > 0 && (
        <svg
          width={size.width}
          height={size.height}
          role="img"
          aria-label={sentence}
          className={styles.seekable}
          onPointerDown={pick}
          onPointerMove={pick}
        >
          <Axes view={view} xLabel="h" />
          <Area view={view}>
            <Uprights view={view} check={check} h={h} />
            {flanks.map((flank) => (
              <path
                key={`${flank.words}${flank.slope}`}
                className={styles.flank}
                data-kind={flank.kind}
                d={linePath(flankEnds(view, flank))}
              />
            ))}
            {quotientKinds.map((kind) => (
              <path
                key={kind}
                className={styles.line}
                data-kind={kind}
                d={errorPath(view, check.h, check.errors[kind])}
              />
            ))}
          </Area>
          <Lane view={view} check={check} />
          <Points view={view} check={check} h={h} compared={compared} />
          {words.slanted.map(({ text, kind, x, y, angle }) => (
            <text
              key={text}
              className={styles.label}
              data-kind={kind}
              textAnchor="middle"
              transform={`translate(${x},${y}) rotate(${angle})`}
            >
              {text}
            </text>
          ))}
          {words.labels.map(({ id, kind, text, box }) => (
            <text key={id} className={styles.label} data-kind={kind} x={box.x} y={baselineOf(box)}>
              {text}
            </text>
          ))}
        </svg>
      )}
    </div>
  )
}

function wordsOn(check: GradientCheck, flanks: readonly Flank[], view: View) {
  if (view.width === 0) return { slanted: [], labels: [] }
  const slanted = slantedWords(flanks, view)
  return { slanted, labels: labelsOf(check, flanks, slanted, view) }
}

interface PartProps extends Pick<Props, 'check'> {
  readonly view: View
}

/** The predicted best widths, that of the lecture and the chosen one. */
function Uprights({ view: { x, margins, height }, check, h }: PartProps & Pick<Props, 'h'>) {
  const ends = { y1: margins.top, y2: height - margins.bottom }
  return (
    <>
      {quotientKinds.map((kind) => (
        <line
          key={kind}
          className={styles.predicted}
          data-kind={kind}
          x1={x(check.predicted[kind])}
          x2={x(check.predicted[kind])}
          {...ends}
        />
      ))}
      <line className={styles.lecture} x1={x(lectureWidth)} x2={x(lectureWidth)} {...ends} />
      <line className={styles.cursor} x1={x(h)} x2={x(h)} {...ends} />
    </>
  )
}

/** The line above the picture. */
function Lane({ view, check }: PartProps) {
  const places = predictedAt(view, check)
  return (
    <>
      <text className={styles.title} x={0} y={lane(view)}>
        error
      </text>
      {quotientKinds.map((kind) => (
        <text
          key={kind}
          className={styles.label}
          data-kind={kind}
          textAnchor="middle"
          x={places[kind]}
          y={lane(view)}
        >
          {quotients[kind].bestAs}
        </text>
      ))}
    </>
  )
}

/** Rings where the error is least, dots at the chosen width. */
function Points({ view, check, h, compared }: PartProps & Pick<Props, 'h' | 'compared'>) {
  return quotientKinds.map((kind) => {
    const best = check.errors[kind][check.h.indexOf(check.found[kind])] ?? Number.NaN
    const [ring, dot] = [heightOf(view, best), heightOf(view, compared[kind].error)]
    return (
      <g key={kind} data-kind={kind} className={styles.marks}>
        {Number.isFinite(ring) && (
          <circle className={styles.ring} cx={view.x(check.found[kind])} cy={ring} />
        )}
        {Number.isFinite(dot) && <circle className={styles.dot} cx={view.x(h)} cy={dot} />}
      </g>
    )
  })
}
