// What stands at single widths in the chart of errors: the predicted best ones, the best found, the lecture's, the chosen.
import {
  type GradientCheck,
  type QuotientKind,
  quotientKinds,
  quotients,
} from '../../../core/graphs/gradientCheck.ts'
import { sizeOf } from '../../../plot/labels/textSize.ts'
import type { View } from '../../../plot/view.ts'
import styles from './Charts.module.css'
import { heightOf } from './errorView.ts'
import { bestOf, type Comparison, lectureWidth } from './slopes.ts'

interface Chosen {
  readonly h: number
  readonly compared: Readonly<Record<QuotientKind, Comparison>>
}

interface Props {
  readonly check: GradientCheck
  readonly view: View
}

/** The predicted best widths, that of the lecture and the chosen one. */
export function Uprights({ view: { x, margins, height }, check, h }: Props & Pick<Chosen, 'h'>) {
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

/** Where the words above the picture stand. */
const lane = ({ margins, text }: View): number => margins.top - 0.55 * text

/** Where the predicted best width of each is written above the picture, so that no two touch. */
function predictedAt(view: View, { predicted }: GradientCheck): Record<QuotientKind, number> {
  const [a, b] = quotientKinds as readonly [QuotientKind, QuotientKind]
  const [left, right] = [view.x(predicted[a]), view.x(predicted[b])]
  const least = sizeOf(`${quotients[a].bestAs} `, view.text).width
  const push = Math.max(0, least - (right - left)) / 2
  return { [a]: left - push, [b]: right + push } as Record<QuotientKind, number>
}

/** The line above the picture: its title, and how the predicted best widths are written. */
export function Lane({ view, check }: Props) {
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
export function Points({ view, check, h, compared }: Props & Chosen) {
  return quotientKinds.map((kind) => {
    const best = bestOf(check, kind)
    const dot = heightOf(view, compared[kind].error)
    return (
      <g key={kind} data-kind={kind}>
        {best && (
          <circle className={styles.ring} cx={view.x(best.h)} cy={heightOf(view, best.error)} />
        )}
        {Number.isFinite(dot) && <circle className={styles.dot} cx={view.x(h)} cy={dot} />}
      </g>
    )
  })
}
