import { memo } from 'react'
import type { Other } from './Curves.tsx'
import { drawnClasses } from './curves.ts'
import styles from './Fit.module.css'
import type { Fit } from './fit.ts'
import { HeightBar } from './HeightBar.tsx'
import { shapePath, square } from './shapes.ts'

interface Props {
  readonly fit: Fit
  readonly others: readonly Other[]
  readonly run: number | undefined
  /** What that racer is called, where it is not written beside its picture. */
  readonly name: string | undefined
  readonly hasTruth: boolean
  /** A batch is shown that is not all points. */
  readonly hasBatch: boolean
}

const side = 14

const hollow = <circle className={styles.hollow} r={4} />
/** What is learned from, and what the network is judged by. */
const dots = { training: <circle className={styles.filled} r={4} />, validation: hollow }
const shapes = { training: <circle className={styles.learned} r={4} />, validation: hollow }
const shades = {
  training: <path className={styles.shade} d={shapePath(0, 4)} />,
  validation: <path className={styles.shade} d={shapePath(square, 4)} />,
}

/** A small picture before a word. */
const Sign = ({ children }: { readonly children: React.ReactNode }) => (
  <svg width={side} height={side} viewBox="-7 -7 14 14" aria-hidden="true">
    {children}
  </svg>
)

const Line = ({
  className,
  run,
}: {
  readonly className: string | undefined
  readonly run?: number | undefined
}) => (
  <svg width={26} height={side} viewBox="0 -7 26 14" aria-hidden="true">
    <path className={className} data-run={run} d="M0,0H26" />
  </svg>
)

/** What is drawn how. */
export const FitLegend = memo(({ fit, others, run, name, hasTruth, hasBatch }: Props) => {
  const { look, reading, isTraining } = fit
  const signs =
    look === 'heights' ? shades : look === 'curve' || look === 'compared' ? dots : shapes
  const hasValidation = fit.samples.some((sample) => isTraining[sample] !== 1)
  // Of two classes each racer has a curve, too.
  const hasRacers = look === 'chances' && others.length > 0 && drawnClasses(fit).length < 2
  const isLine = look === 'curve' || hasRacers
  return (
    <ul className={styles.legend} aria-label="Legend" data-kept>
      {isLine && (
        <li>
          <Line className={styles.answer} run={run} />
          {name ?? 'answer'}
        </li>
      )}
      {!isLine && name !== undefined && <li>answers of {name}</li>}
      {isLine &&
        others.map((other) => (
          <li key={other.run}>
            <Line className={styles.other} run={other.run} />
            {other.label}
          </li>
        ))}
      {look === 'compared' && (
        <li>
          <Line className={styles.diagonal} />
          answer = target
        </li>
      )}
      {look === 'curve' && hasTruth && (
        <li>
          <Line className={styles.truth} />
          without noise
        </li>
      )}
      {reading && look !== 'confusion' && <Classes count={reading.classes} />}
      {fit.scale && <HeightBar scale={fit.scale} />}
      {look !== 'confusion' && (
        <>
          <li>
            <Sign>{signs.training}</Sign>
            training
          </li>
          {hasValidation && (
            <li>
              <Sign>{signs.validation}</Sign>
              validation
            </li>
          )}
        </>
      )}
      {hasBatch && look !== 'confusion' && (
        <li>
          <Sign>
            <circle className={styles.filled} r={2.5} />
            <circle className={styles.ring} r={5} />
          </Sign>
          next batch
        </li>
      )}
    </ul>
  )
})
FitLegend.displayName = 'FitLegend'

const Classes = ({ count }: { readonly count: number }) => (
  <li>
    <ul className={styles.classes} aria-label="Classes">
      <li aria-hidden="true">class</li>
      {Array.from({ length: count }, (_, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: classes are told apart by their number
        <li key={k} data-class={k}>
          <Sign>
            <path className={styles.shape} d={shapePath(k, 4.5)} />
          </Sign>
          <span>{k}</span>
        </li>
      ))}
    </ul>
  </li>
)
