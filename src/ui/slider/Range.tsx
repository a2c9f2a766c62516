import { plain } from '../../core/number.ts'
import { nudge, type SliderScale } from './sliderScale.ts'
import { useSwipe } from './swipe.ts'

const directions: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
}

interface Props {
  readonly name?: string
  /** The element that names it, where one does. */
  readonly labelledBy?: string
  /** The element that says more of it. */
  readonly describedBy?: string | undefined
  readonly scale: SliderScale
  readonly value: number
  readonly onChange: (value: number) => unknown
}

/** A native slider, as the browser draws it. */
export function Range({ name, labelledBy, describedBy, scale, value, onChange }: Props) {
  const swipe = useSwipe(() => value, onChange)
  return (
    <input
      type="range"
      aria-label={name}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-valuetext={plain(value)}
      min={scale.min}
      max={scale.max}
      step={scale.step}
      value={scale.position(value)}
      onChange={({ target }) => onChange(scale.value(target.valueAsNumber))}
      {...swipe}
      onKeyDown={(event) => {
        // A native stride may be less than the way to the next whole number.
        const direction = directions[event.key]
        if (!scale.whole || !direction) return
        event.preventDefault()
        onChange(nudge(scale)(value, direction))
      }}
    />
  )
}
