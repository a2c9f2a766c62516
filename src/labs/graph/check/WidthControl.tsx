import { useId } from 'react'
import type { Hyper } from '../../../core/hyper.ts'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Slider } from '../../../ui/slider/Slider.tsx'
import { nudge, sliderScale } from '../../../ui/slider/sliderScale.ts'
import styles from './GradientBench.module.css'
import { lectureWidth } from './slopes.ts'

const range = [1e-16, 1] as const
const width: Hyper = {
  kind: { scale: 'logarithmic', range, least: 0, above: 0 },
  value: lectureWidth,
}
const step = nudge(sliderScale(width.kind))

interface Props {
  readonly h: number
  readonly onChange: (h: number) => void
}

/** The width h of the quotients: slider and number of one name. */
export function WidthControl({ h, onChange }: Props) {
  const id = useId()
  const change = (next: number) => {
    const isLawful = next >= range[0] && next <= range[1]
    if (isLawful) onChange(next)
    return isLawful
  }
  return (
    <div className={styles.width}>
      <span id={id}>h</span>
      <Slider
        hyper={width}
        value={h}
        labelledBy={id}
        onChange={change}
        scent={undefined}
        bound={undefined}
      />
      <NumberField label="h" labelledBy={id} value={h} onChange={change} nudge={step} />
    </div>
  )
}
