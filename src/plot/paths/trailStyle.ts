// How the paths of racers look: read from the style sheet, where every colour and dash stands once.
import type { TrailStyle } from './trail.ts'

export interface TrailStyles {
  readonly of: (run: number) => TrailStyle
  /** The path of a run without its mistakes. */
  readonly corrected: (run: number) => TrailStyle
}

/**
 * The looks of racers.
 * @param frame an element with one `data-run` child for each
 */
export function stylesIn(frame: Element): TrailStyles {
  const base = getComputedStyle(frame)
  const pixels = (name: string) => Number.parseFloat(base.getPropertyValue(name))
  const common = {
    paper: base.caretColor,
    width: pixels('--stroke'),
    dot: pixels('--dot'),
    ghost: 0.55,
  }
  const looks = [...frame.querySelectorAll('[data-run]')].map((element): TrailStyle => {
    const style = getComputedStyle(element)
    return { ...common, color: style.color, dash: dashOf(style.getPropertyValue('--dash')) }
  })
  const of = (run: number) => looks[run] ?? { ...common, color: base.color, dash: [] }
  return {
    of,
    corrected: (run) => ({
      ...of(run),
      color: base.color,
      dash: [1.5 * common.width, 2 * common.width],
      ghost: 1,
    }),
  }
}

const dashOf = (text: string): number[] =>
  text.trim().split(/\s+/).map(Number.parseFloat).filter(Number.isFinite)
