// ui/slider/: sliders with their scents.
import { useId, useMemo } from 'react'
import type { Bound } from '../../core/analysis/stabilityBound.ts'
import type { Hyper } from '../../core/hyper.ts'
import { Range } from './Range.tsx'
import { ScentTrack } from './Scent.tsx'
import styles from './Slider.module.css'
import { type Scent, scentInWords } from './scentTrack.ts'
import { sliderScale } from './sliderScale.ts'

interface Props {
  readonly hyper: Hyper
  readonly value: number
  readonly labelledBy: string
  readonly onChange: (value: number) => boolean
  readonly scent: Scent | undefined
  readonly bound: Bound | undefined
}

/** A native slider before a track that shows, and says, what each value would do. */
export function Slider({ hyper, value, labelledBy, onChange, scent, bound }: Props) {
  const id = useId()
  const scale = sliderScale(hyper.kind)
  const words = useMemo(() => scentInWords(scent, bound), [scent, bound])
  return (
    <span
      className={styles.slider}
      title={words || undefined}
      data-bounded={bound ? true : undefined}
    >
      <ScentTrack kind={hyper.kind} scent={scent} bound={bound} />
      <Range
        labelledBy={labelledBy}
        describedBy={words ? id : undefined}
        {...{ scale, value, onChange }}
      />
      <span id={id} hidden>
        {words}
      </span>
    </span>
  )
}
