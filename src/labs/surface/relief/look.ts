// What the relief takes from the style sheet, where every colour and width stands once.
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
    paper: colorOf(style.caretColor),
    line: colorOf(style.color),
    stroke: pixels('--stroke'),
    dot: pixels('--dot'),
  }
}

/** Of a computed colour such as rgb(250, 249, 245). */
function colorOf(text: string): Color {
  const [red = 0, green = 0, blue = 0] = [...text.matchAll(/[\d.]+/g)].map(Number)
  return [red / 255, green / 255, blue / 255]
}
