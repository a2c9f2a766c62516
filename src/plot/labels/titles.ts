// Where the words of the axes stand, for labels to keep away from.
import { wrapped } from '../Axes.tsx'
import type { View } from '../view.ts'
import type { Box } from './box.ts'
import { charactersIn, sizeOf } from './textSize.ts'

/** What the axes say: above the first at its right end, and in the corner at the top. */
export interface Titles {
  readonly x: string
  readonly y: string
  /** Words that would cover much of the picture stand above it: then labels keep away from more than they have to. */
  readonly isAbove?: boolean | undefined
}

export function titleBoxes({ margins, width, height, text }: View, { x, y }: Titles): Box[] {
  const right = width - margins.right
  const lines = wrapped(y, charactersIn(right - margins.left, text))
  const below = sizeOf(x, text)
  const widest = Math.max(0, ...lines.map((line) => sizeOf(line, text).width))
  return [
    { ...below, x: right - below.width, y: height - margins.bottom - 1.5 * text },
    {
      x: margins.left,
      y: margins.top,
      width: widest + text / 2,
      height: 1.25 * text * lines.length,
    },
  ]
}
