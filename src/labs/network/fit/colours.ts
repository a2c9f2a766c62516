// The colours of a fit, as the style sheet has them: for those who paint on canvas.
import { type Rgb, readRgb } from '../../../plot/plane/ramp.ts'
import type { HeightColours } from './heights.ts'

export interface FitColours extends HeightColours {
  readonly classes: readonly Rgb[]
  readonly ink: string
  readonly muted: string
  readonly paper: string
  /** Of a point, in pixels. */
  readonly dot: number
}

/**
 * Reads them from elements that show them.
 * @param frame holds one element for each class, and one whose colours are those of numbers
 */
export function coloursIn(frame: Element): FitColours {
  const own = getComputedStyle(frame)
  const numbers = getComputedStyle(frame.querySelector('[data-numbers]') ?? frame)
  const classes = [...frame.querySelectorAll('[data-class]')]
  return {
    classes: classes.map((element) => readRgb(getComputedStyle(element).color)),
    below: readRgb(numbers.color),
    zero: readRgb(numbers.backgroundColor),
    above: readRgb(numbers.caretColor),
    ink: own.color,
    paper: own.backgroundColor,
    muted: own.caretColor,
    dot: Number.parseFloat(own.getPropertyValue('--dot')),
  }
}
