// What stands still on the curve: minima and the start, with their labels where there is room.
import { plain } from '../../core/number.ts'
import { type Box, type LabelRequest, placeLabels } from '../../plot/labels.ts'
import type { Minimum } from '../../plot/minima.ts'
import type { View } from '../../plot/view.ts'

interface Mark {
  readonly x: number
  readonly y: number
  readonly label: string
  readonly box: Box
}

export interface Marks {
  readonly minima: readonly Mark[]
  readonly start: Mark | undefined
  /** Where labels and marks are, for other labels to keep away from. */
  readonly taken: readonly Box[]
}

const markSize = 22
/** Where the zoom buttons are. */
const buttons = { width: 84, height: 40 }
/** Where long words have no room. */
const narrow = 500
/** What is less than this share of the picture’s height is shown as 0. */
const invisible = 1e-9
/** More labels than these would only be in each other's way. */
const mostLabels = 5

export function placeMarks(
  view: View,
  minima: readonly Minimum[],
  start: { x: number; f: number },
  fontSize: number,
): Marks {
  const { margins, width, height } = view
  const bounds = {
    x: margins.left + 4,
    y: margins.top + 2,
    width: Math.max(1, width - margins.left - margins.right - 8),
    height: Math.max(1, height - margins.top - margins.bottom - 4),
  }
  const isIn = ({ x, y }: { x: number; y: number }) =>
    x >= margins.left &&
    x <= width - margins.right &&
    y >= margins.top &&
    y <= height - margins.bottom
  const pixels = ({ x, f }: { x: number; f: number }) => ({ x: view.x(x), y: view.y(f) })
  const shown = [...minima].sort((a, b) => a.f - b.f).filter((minimum) => isIn(pixels(minimum)))
  /** Only one mark needs words: the others look like it. */
  const scale = Math.abs(view.y.invert(0) - view.y.invert(height))
  const level = (f: number) => plain(Math.abs(f) < invisible * scale ? 0 : f)
  const words = ({ deepest, f }: Minimum) =>
    shown.length === 1
      ? `minimum ${level(f)}`
      : `${deepest ? (width < narrow ? 'least ' : 'deepest minimum ') : ''}${level(f)}`
  const corner = { x: margins.left, y: height - margins.bottom - buttons.height, ...buttons }
  const taken = [corner, ...[pixels(start), ...shown.map(pixels)].map(boxAround)]
  const requests = shown.map(
    (minimum, i): LabelRequest => ({
      ...pixels(minimum),
      text: i < mostLabels ? words(minimum) : '',
      sides: ['below', 'above', 'right', 'left'],
      gap: 12,
    }),
  )
  const startAt = pixels(start)
  const startLabel = `start ${plain(start.x)}`
  const [startBox] = placeLabels(
    [{ ...startAt, text: startLabel, sides: ['below', 'right', 'left', 'above'], gap: 14 }],
    bounds,
    fontSize,
    taken,
  )
  const boxes = placeLabels(requests, bounds, fontSize, taken)
  return {
    minima: shown.map((minimum, i) => ({
      ...pixels(minimum),
      label: (requests[i] as LabelRequest).text,
      box: boxes[i] as Box,
    })),
    start: isIn(startAt) && startBox ? { ...startAt, label: startLabel, box: startBox } : undefined,
    taken,
  }
}

const boxAround = ({ x, y }: { x: number; y: number }): Box => ({
  x: x - markSize / 2,
  y: y - markSize / 2,
  width: markSize,
  height: markSize,
})
