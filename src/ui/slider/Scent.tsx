// The track of a slider, painted with what each value would do.
import { memo } from 'react'
import type { Bound } from '../../core/analysis/stabilityBound.ts'
import type { Kind } from '../../core/hyper.ts'
import styles from './Scent.module.css'
import { type Scent, type Stretch, stretchesOf } from './scentTrack.ts'
import { type SliderScale, sliderScale } from './sliderScale.ts'

interface Props {
  readonly scent: Scent | undefined
  readonly bound: Bound | undefined
  readonly kind: Kind
}

const percent = (share: number) => `${(100 * share).toFixed(2)}%`

/** Stands behind a native slider; what it shows is said in words by scentInWords. */
export const ScentTrack = memo(({ scent, bound, kind }: Props) => {
  const scale = sliderScale(kind)
  return (
    <span className={styles.track} aria-hidden="true">
      <span className={styles.strip} data-fresh={scent?.isFresh ?? true}>
        {(scent ? stretchesOf(scent, scale) : nothingYet).map(
          ({ kind, level, nearDeepest, from, to }) => (
            <span
              key={from}
              className={styles.stretch}
              data-kind={kind}
              data-level={level || undefined}
              data-near={nearDeepest}
              style={{ left: percent(from), width: percent(to - from) }}
            />
          ),
        )}
      </span>
      {bound && <Tick bound={bound} scale={scale} />}
    </span>
  )
})
ScentTrack.displayName = 'ScentTrack'

const nothingYet: readonly Stretch[] = [{ kind: 'running', level: 0, from: 0, to: 1 }]

/** Where theory says that convergence ends, if that is on the track. */
function Tick({ bound, scale }: { readonly bound: Bound; readonly scale: SliderScale }) {
  const { min, max } = scale
  const [least, most] = [scale.value(min), scale.value(max)]
  if (bound.value < least || bound.value > most) return null
  const at = percent((scale.position(bound.value) - min) / (max - min))
  return (
    <>
      <span className={styles.tick} style={{ left: at }} />
      <span className={styles.law} style={{ left: at, transform: `translateX(-${at})` }}>
        {bound.law}
      </span>
    </>
  )
}

const legend = [
  ['converged', 'converges', 4],
  ['stuck', 'stuck'],
  ['running', 'still moving', 3],
  ['oscillating', 'oscillates'],
  ['diverged', 'diverges'],
] as const

/** What the tracks' patterns mean. */
export function ScentLegend() {
  return (
    <ul className={styles.legend} aria-label="What each value on a slider’s track would do">
      {legend.map(([kind, words, level]) => (
        <li key={kind}>
          <span className={styles.swatch}>
            <span className={styles.stretch} data-kind={kind} data-level={level} />
          </span>
          {words}
        </li>
      ))}
    </ul>
  )
}
