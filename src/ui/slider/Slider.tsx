// ui/slider/: sliders with their scents.
import { useId, useMemo } from 'react'
import type { Bound } from '../../core/analysis/stabilityBound.ts'
import type { Hyper } from '../../core/hyper.ts'
import { plain } from '../../core/number.ts'
import { ScentTrack } from './Scent.tsx'
import styles from './Slider.module.css'
import { type Scent, scentInWords } from './scentTrack.ts'
import { nudge, sliderScale } from './sliderScale.ts'
import { useSwipe } from './swipe.ts'

interface Props {
  readonly hyper: Hyper
  readonly value: number
  readonly labelledBy: string
  readonly onChange: (value: number) => boolean
  readonly scent: Scent | undefined
  readonly bound: Bound | undefined
}

const directions: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
}

/** A native slider before a track that shows, and says, what each value would do. */
export function Slider({ hyper, value, labelledBy, onChange, scent, bound }: Props) {
  const id = useId()
  const scale = sliderScale(hyper.kind)
  const { min, max, step, whole } = scale
  const swipe = useSwipe(() => value, onChange)
  const words = useMemo(() => scentInWords(scent, bound), [scent, bound])
  return (
    <span
      className={styles.slider}
      title={words || undefined}
      data-bounded={bound ? true : undefined}
    >
      <ScentTrack kind={hyper.kind} scent={scent} bound={bound} />
      <input
        type="range"
        aria-labelledby={labelledBy}
        aria-describedby={words ? id : undefined}
        aria-valuetext={plain(value)}
        min={min}
        max={max}
        step={step}
        value={scale.position(value)}
        onChange={(event) => onChange(scale.value(event.target.valueAsNumber))}
        {...swipe}
        onKeyDown={(event) => {
          // A native stride may be less than the way to the next whole number.
          const direction = directions[event.key]
          if (!whole || !direction) return
          event.preventDefault()
          onChange(nudge(scale)(value, direction))
        }}
      />
      <span id={id} hidden>
        {words}
      </span>
    </span>
  )
}
