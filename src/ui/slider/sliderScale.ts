// Between a slider's positions and the values they mean.
import type { Kind } from '../../core/hyper.ts'

export interface SliderScale {
  readonly min: number
  readonly max: number
  readonly step: number
  readonly position: (value: number) => number
  readonly value: (position: number) => number
  /** Only whole numbers are lawful. */
  readonly whole: boolean
}

const clamp = (value: number, min: number, max: number) => Math.max(min, Math.min(max, value))

/** The scale of a kind of hyper-parameter: by powers of ten where that is how it is varied. */
export function sliderScale({
  scale,
  range: [from, to],
  whole = false,
}: Pick<Kind, 'scale' | 'range'> & { readonly whole?: boolean }): SliderScale {
  if (scale === 'logarithmic') {
    const [min, max] = [Math.log10(from), Math.log10(to)]
    return {
      min,
      max,
      step: 0.01,
      position: (value) => clamp(value > 0 ? Math.log10(value) : min, min, max),
      value: (position) => {
        const value = Number((10 ** position).toPrecision(3))
        return whole ? Math.round(value) : value
      },
      whole,
    }
  }
  const step = whole || to - from > 100 ? 1 : to - from > 1 ? 0.01 : 0.001
  return {
    min: from,
    max: to,
    step,
    position: (value) => clamp(value, from, to),
    value: (position) => (whole ? Math.round(position) : Number(position.toPrecision(6))),
    whole,
  }
}

/** The next value up or down for arrow keys in a number field. */
export function nudge({
  step,
  position,
  value,
  min,
  max,
  whole,
}: SliderScale): (from: number, direction: 1 | -1) => number {
  const stride = step === 1 ? 1 : Math.max(step, (max - min) / 100)
  return (from, direction) => {
    const next = value(clamp(position(from) + direction * stride, min, max))
    // Where whole numbers are further apart than a stride, the next one is the next one.
    return whole && next === from ? clamp(from + direction, value(min), value(max)) : next
  }
}
