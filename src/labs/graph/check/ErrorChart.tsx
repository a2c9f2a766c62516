import { pointer } from 'd3'
import { type PointerEvent, useMemo, useRef } from 'react'
import {
  type GradientCheck,
  type QuotientKind,
  quotientKinds,
} from '../../../core/graphs/gradientCheck.ts'
import { Area } from '../../../plot/Area.tsx'
import { Axes } from '../../../plot/Axes.tsx'
import { linePath } from '../../../plot/curvePath.ts'
import { baselineOf } from '../../../plot/labels/textSize.ts'
import { useSize } from '../../../plot/useSize.ts'
import styles from './Charts.module.css'
import { Lane, Points, Uprights } from './ErrorMarks.tsx'
import { widthTitle, wordsOn } from './errorLabels.ts'
import { errorPath, errorView, flankEnds, widthUnder } from './errorView.ts'
import type { Flank } from './flanks.ts'
import type { Comparison } from './slopes.ts'

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
          {/* Before it has a size its words have no place. */}
          {view.width > 0 && <Axes view={view} xLabel={widthTitle} />}
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
              key={`${kind} ${text}`}
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
