import { useMemo, useRef } from 'react'
import { plain } from '../../../core/number.ts'
import { Area } from '../../../plot/Area.tsx'
import { useSize } from '../../../plot/useSize.ts'
import { type Sheet, type View, viewOf } from '../../../plot/view.ts'
import styles from './GradientRose.module.css'
import { ofBatch, reachOf, roseInWords, rosePath, type Sample, spreadOf } from './roseShapes.ts'

interface Props {
  /** The gradients of single samples of the batch, or of some of them. */
  readonly samples: readonly Sample[]
  /** The length of their mean. */
  readonly meanNorm: number
  /** Samples of a batch. */
  readonly batch: number
  /** How far a sample's gradient typically is from the mean, in all directions together; in units of the mean's length. */
  readonly spread: number
}

/** The gradients of a batch's samples around their mean, and how far that may be off: how batch size tames noise. */
export function GradientRose({ samples, meanNorm, batch, spread }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const sentence = roseInWords(spread, batch)
  return (
    <figure className={styles.rose}>
      <figcaption>How batch size tames noise</figcaption>
      <div ref={frame} className={styles.frame}>
        {/* Before it has a size its words have no place. */}
        {size.width > 0 && (
          <svg width={size.width} height={size.height} role="img" aria-label={sentence}>
            <Picture samples={samples} batch={batch} size={size} />
          </svg>
        )}
      </div>
      <Key batch={batch} />
      <p>
        {sentence} The mean’s length is {plain(meanNorm, 3)}.
      </p>
    </figure>
  )
}

interface PictureProps {
  readonly samples: readonly Sample[]
  readonly batch: number
  readonly size: Sheet
}

function Picture({ samples, batch, size }: PictureProps) {
  const view = useMemo(() => squareView(size, reachOf(samples)), [size, samples])
  const unit = view.x(1) - view.x(0)
  const lines = useMemo(() => rosePath(samples, unit), [samples, unit])
  const spread = useMemo(() => spreadOf(samples), [samples])
  const head = Math.min(0.7 * size.text, 0.5 * unit)
  return (
    <Area view={view}>
      <g transform={`translate(${view.x(0)},${view.y(0)})`}>
        <path
          className={styles.ring}
          d={`M${-size.width},0H${size.width}M0,${-size.height}V${size.height}`}
        />
        <circle className={styles.ring} r={unit} />
        <path className={styles.samples} d={lines} />
        <Ellipse spread={spread} unit={unit} kind="sample" />
        <Ellipse spread={ofBatch(spread, batch)} unit={unit} kind="batch" />
        <path className={styles.mean} d={`M0,0V${-(unit - head)}`} />
        <path
          className={styles.head}
          d={`M0,${-unit}l${0.6 * head},${1.3 * head}h${-1.2 * head}Z`}
        />
      </g>
    </Area>
  )
}

interface EllipseProps {
  readonly spread: { readonly along: number; readonly across: number }
  readonly unit: number
  readonly kind: 'sample' | 'batch'
}

/** Around the tip of the mean. */
const Ellipse = ({ spread, unit, kind }: EllipseProps) => (
  <ellipse
    className={styles.ellipse}
    data-kind={kind}
    cy={-unit}
    rx={unit * spread.across}
    ry={unit * spread.along}
  />
)

const noMargins = { top: 0, right: 0, bottom: 0, left: 0 }

/** A square around 0, the mean upward. */
function squareView(size: Sheet, reach: number): View {
  const unit = reach / Math.min(size.width, size.height)
  const [across, along] = [unit * size.width, unit * size.height]
  return viewOf(size, { x: [-across, across], y: [-along, along] }, noMargins)
}

/** What the lines are. */
function Key({ batch }: { readonly batch: number }) {
  const rows = [
    { kind: 'samples', words: 'single samples' },
    { kind: 'mean', words: 'their mean' },
    { kind: 'sample', words: 'spread of samples' },
    { kind: 'batch', words: `spread of means of ${batch}` },
  ] as const
  return (
    <ul className={styles.key} aria-hidden="true">
      {rows.map(({ kind, words }) => (
        <li key={kind}>
          <svg viewBox="0 0 20 10" aria-hidden="true">
            <Sign kind={kind} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}

function Sign({ kind }: { readonly kind: 'samples' | 'mean' | 'sample' | 'batch' }) {
  if (kind === 'samples') return <path className={styles.samples} d="M1,8L18,3M1,8L13,1" />
  if (kind === 'mean') return <path className={styles.mean} d="M1,5H19" />
  return <ellipse className={styles.ellipse} data-kind={kind} cx="10" cy="5" rx="8" ry="4" />
}
