import type { RateVerdict } from '../../../core/studies/rateVerdict.ts'
import { sizeOf } from '../../../plot/labels/textSize.ts'
import type { View } from '../../../plot/view.ts'
import type { Mark } from './finderView.ts'
import styles from './RateFinder.module.css'
import { rateInWords } from './words.ts'

interface Props {
  readonly marks: readonly Mark[]
  readonly view: View
  readonly best: number | undefined
  /** The rate that someone points at. */
  readonly read: number | undefined
}

/** Each kind has a shape of its own, about half an em wide. */
const shapes: Readonly<Record<Mark['kind'], string>> = {
  trained: 'M-3,0a3,3 0 1 0 6,0a3,3 0 1 0 -6,0Z',
  beyond: 'M0,-4.5L4.5,3.5H-4.5Z',
  diverged: 'M-3,-3L3,3M3,-3L-3,3',
  refused: 'M-4,0H4',
}

/** What came of each rate, the best one with its name. */
export function TrialMarks({ marks, view, best, read }: Props) {
  return marks.map(({ trial: { rate }, kind, x, y }) => (
    <g
      key={rate}
      className={styles.mark}
      data-kind={kind}
      data-best={rate === best}
      data-read={rate === read}
      transform={`translate(${x.toFixed(1)},${y.toFixed(1)})`}
    >
      {rate === best && <circle />}
      <path d={shapes[kind]} />
      {rate === best && <Name text={rateInWords(rate)} x={x} y={y} view={view} />}
    </g>
  ))
}

interface NameProps {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly view: View
}

/** Above its mark, inside the picture. */
function Name({ text, x, y, view: { margins, width, text: em } }: NameProps) {
  const half = sizeOf(text, em).width / 2
  const shift = Math.max(margins.left + half - x, Math.min(0, width - half - x))
  const isAbove = y - 1.6 * em > margins.top
  return (
    <text x={shift} y={isAbove ? -0.8 * em : 1.5 * em} textAnchor="middle">
      {text}
    </text>
  )
}

/** The loss before training: whatever lies above it has made things worse. */
export function First({ view, y }: { readonly view: View; readonly y: number }) {
  const right = view.width - view.margins.right
  return (
    <g className={styles.first}>
      <line x1={view.margins.left} x2={right} y1={y} y2={y} />
      <text x={right} y={y + 1.1 * view.text} textAnchor="end">
        before training
      </text>
    </g>
  )
}

/** The stretch of rates that train well, with a bar on the axis. */
export function Well({
  view,
  verdict: { from, to },
}: {
  readonly view: View
  readonly verdict: RateVerdict
}) {
  const { x, margins, height } = view
  const [left, right, bottom] = [x(from), x(to), height - margins.bottom]
  return (
    <g className={styles.well}>
      <title>Trains well</title>
      <rect
        x={left}
        y={margins.top}
        width={right - left}
        height={Math.max(0, bottom - margins.top)}
      />
      <path d={`M${left},${bottom - 5}v10M${left},${bottom}H${right}M${right},${bottom - 5}v10`} />
    </g>
  )
}

const names: readonly (readonly [Mark['kind'], string])[] = [
  ['diverged', 'diverged'],
  ['beyond', 'higher'],
  ['refused', 'refused'],
]

/** What marks at the upper edge mean, those that are there. */
export function Key({ marks }: { readonly marks: readonly Mark[] }) {
  return names
    .filter(([kind]) => marks.some((mark) => mark.kind === kind))
    .map(([kind, name]) => (
      <span key={kind} className={styles.key} data-kind={kind}>
        <svg viewBox="-6 -6 12 12" aria-hidden="true">
          <path d={shapes[kind]} />
        </svg>
        {name}
      </span>
    ))
}
