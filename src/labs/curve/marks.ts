// What stands still on the curve: minima and the start, with their labels where there is room.

import type { Minimum } from '../../core/loss/minimaOnInterval.ts'
import { exactFigures, figuresFor, plain } from '../../core/number.ts'
import { tangentBoxes } from '../../plot/curve/tangent.ts'
import { type Box, boxAround, drawingArea, isInside, labelArea } from '../../plot/labels/box.ts'
import type { Ink } from '../../plot/labels/ink.ts'
import {
  around,
  type LabelRequest,
  type LabelSpace,
  placeLabels,
} from '../../plot/labels/placeLabels.ts'
import { type Titles, titleBoxes } from '../../plot/labels/titles.ts'
import type { View } from '../../plot/view.ts'

interface Mark {
  readonly x: number
  readonly y: number
  readonly label: string
  /** None where there is no room for the label. */
  readonly box: Box | undefined
}

export interface Marks {
  readonly minima: readonly Mark[]
  readonly start: Mark | undefined
  /** Where labels and marks are, for other labels to keep away from. */
  readonly taken: readonly Box[]
  readonly space: LabelSpace
}

interface Point {
  readonly x: number
  readonly f: number
}

interface Look {
  readonly ink: Ink
  readonly titles: Titles
  /** At the start. */
  readonly slope: number
}

const markSize = 22
/** Where the arrows of the first step are, in ems: as far to each side and as far up from the start. */
const arrows = { side: 2.6, height: 4 }
/** Where long words have no room. */
const narrow = 500
/** What is less than this share of the picture’s height is shown as 0. */
const invisible = 1e-9
/** Marks that are closer than that cover each other (px). */
const together = 1
/** More labels than these would only be in each other's way. */
const mostLabels = 5

export function placeMarks(
  view: View,
  minima: readonly Minimum[],
  start: Point,
  look: Look,
): Marks {
  const space: LabelSpace = { bounds: labelArea(view), fontSize: view.text, ink: look.ink }
  const pixels = ({ x, f }: Point) => ({ x: view.x(x), y: view.y(f) })
  const isAt = (place: { readonly x: number; readonly y: number }) => (other: Point) => {
    const { x, y } = pixels(other)
    return Math.hypot(x - place.x, y - place.y) < together
  }
  const area = drawingArea(view)
  const isIn = (point: Point) => {
    const { x, y } = pixels(point)
    return isInside(area, [x, y])
  }
  // From far away many are one: the deepest of them.
  const shown = [...minima]
    .sort((a, b) => a.f - b.f)
    .filter((minimum, i, all) => isIn(minimum) && !all.slice(0, i).some(isAt(pixels(minimum))))
  const startAt = pixels(start)
  const taken = [
    ...titleBoxes(view, look.titles),
    ...[startAt, ...shown.map(pixels)].map(({ x, y }) => boxAround([x, y], markSize)),
  ]
  const tangent = isIn(start) ? tangentBoxes(view, [startAt.x, startAt.y], look.slope) : []
  const figures = figuresFor(
    shown.map(({ f }) => f),
    4,
  )
  const isSingle = minima.filter(({ deepest }) => deepest).length === 1
  const requests = shown.slice(0, mostLabels).map(
    (minimum): LabelRequest => ({
      text: wordsFor(minimum, { isSingle, isOnly: shown.length === 1, figures }, view),
      spots: around(pixels(minimum), 'below', 'above', 'belowRight', 'belowLeft', 'right', 'left'),
      gap: 12,
      optional: 'near',
    }),
  )
  const boxes = placeLabels(requests, space, [
    ...taken,
    firstArrows(startAt, view.text),
    ...tangent,
  ])
  taken.push(...boxes.filter((box) => box !== undefined))
  const startLabel = `start ${plain(start.x, exactFigures)}`
  const startSpots = around(startAt, 'below', 'right', 'left', 'belowRight', 'belowLeft', 'above')
  const startRequest = { text: startLabel, spots: startSpots, gap: 1.25 * view.text }
  const [startBox] = isIn(start) ? placeLabels([startRequest], space, [...taken, ...tangent]) : []
  if (startBox) taken.push(startBox)
  return {
    minima: shown.map((minimum, i) => ({
      ...pixels(minimum),
      label: requests[i]?.text ?? '',
      box: boxes[i],
    })),
    start: isIn(start) ? { ...startAt, label: startLabel, box: startBox } : undefined,
    taken,
    space,
  }
}

interface Company {
  /** Nothing else is marked. */
  readonly isOnly: boolean
  /** No other is as deep as the deepest. */
  readonly isSingle: boolean
  readonly figures: number
}

/** Only the deepest need words: the others look like them. */
function wordsFor(
  { deepest, f }: Minimum,
  { isOnly, isSingle, figures }: Company,
  { y, width, height }: View,
): string {
  const scale = Math.abs(y.invert(0) - y.invert(height))
  const level = plain(Math.abs(f) < invisible * scale ? 0 : f, figures)
  if (!isOnly && !deepest) return level
  if (width < narrow) return `least ${level}`
  return `${isOnly || !isSingle ? 'minimum' : 'deepest minimum'} ${level}`
}

const firstArrows = ({ x, y }: { x: number; y: number }, text: number): Box => ({
  x: x - arrows.side * text,
  y: y - arrows.height * text,
  width: 2 * arrows.side * text,
  height: arrows.height * text,
})
