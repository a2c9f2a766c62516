// What stands still on a surface: minima, saddles and maxima with their words where there is room, and the start.
import type { CriticalPoint } from '../../core/landscape/landscape.ts'
import { figuresFor, plain } from '../../core/number.ts'
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

export interface Mark extends Pick<CriticalPoint, 'kind'> {
  /** In pixels. */
  readonly x: number
  readonly y: number
  readonly words: string
  /** The words beside it, which are fewer where there are many. */
  readonly label: string
  /** None where there is no room for the label. */
  readonly box: Box | undefined
}

export interface Marks {
  readonly points: readonly Mark[]
  readonly taken: readonly Box[]
  readonly space: LabelSpace
}

const names: Readonly<Record<CriticalPoint['kind'], string>> = {
  minimum: 'minimum',
  maximum: 'maximum',
  saddle: 'saddle',
  flat: 'flat point',
  kink: 'kink',
}

/** More words than these would only be in each other's way; of points, only the first of so many are drawn. */
const mostWords = 7
const mostPoints = 60
const markSize = 20

/** Places the marks of a landscape in view, the words of the lowest minima first. */
export function placeMarks(
  view: View,
  critical: readonly CriticalPoint[],
  start: { readonly x: number; readonly y: number },
  { ink, titles }: { readonly ink: Ink; readonly titles: Titles },
): Marks {
  const space: LabelSpace = { bounds: labelArea(view), fontSize: view.text, ink }
  const points = critical
    .slice(0, mostPoints)
    .map((point) => ({ point, x: view.x(point.x), y: view.y(point.y) }))
    .filter(({ x, y }) => isInside(drawingArea(view), [x, y]))
  const figures = figuresFor(
    points.map(({ point }) => point.f),
    4,
  )
  const labels = points.map(({ point }) => wordsFor(point, points.length, figures))
  const startAt = { x: view.x(start.x), y: view.y(start.y) }
  const taken = [
    ...titleBoxes(view, titles),
    ...[startAt, ...points].map(({ x, y }) => boxAround([x, y], markSize)),
  ]
  const requests = points.slice(0, mostWords).map(
    ({ x, y }, i): LabelRequest => ({
      text: labels[i] as string,
      spots: around({ x, y }, 'below', 'above', 'right', 'left', 'belowRight', 'belowLeft'),
      gap: 10,
      optional: 'near',
    }),
  )
  const boxes = placeLabels(requests, space, taken)
  return {
    points: points.map(({ point, x, y }, i) => ({
      kind: point.kind,
      x,
      y,
      words: wordsFor(point, 1, figures),
      label: labels[i] as string,
      box: boxes[i],
    })),
    taken,
    space,
  }
}

/** Where there are many, the shape says what a point is, and the number alone how low. */
function wordsFor({ kind, f }: CriticalPoint, company: number, figures: number): string {
  const value = plain(Math.abs(f) < 1e-12 ? 0 : f, figures)
  return company > mostWords && kind === 'minimum' ? value : `${names[kind]} ${value}`
}
