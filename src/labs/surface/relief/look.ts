// What the relief takes from the style sheet, where every colour and width stands once.
import { readRgb } from '../../../plot/plane/ramp.ts'
import type { Color } from './ribbon.ts'

export interface Look {
  readonly paper: Color
  readonly line: Color
  /** In pixels of the page, as `dot` is. */
  readonly stroke: number
  readonly dot: number
}

/** The looks of an element: its colour is that of lines, its caret's that of the paper. */
export function lookOf(element: Element): Look {
  const style = getComputedStyle(element)
  const pixels = (name: string) => Number.parseFloat(style.getPropertyValue(name))
  return {
    paper: readRgb(style.caretColor),
    line: readRgb(style.color),
    stroke: pixels('--stroke'),
    dot: pixels('--dot'),
  }
}
