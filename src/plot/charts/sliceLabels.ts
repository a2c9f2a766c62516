// The words in a slice: at its marks and at the ends of its models, where they cover the least.
import type { Slice } from '../../core/analysis/slice.ts'
import type { Box } from '../labels/box.ts'
import { inkOf } from '../labels/ink.ts'
import {
  around,
  type LabelSpace,
  placeLabels,
  type Side,
  type Spot,
} from '../labels/placeLabels.ts'
import { titleBoxes } from '../labels/titles.ts'
import type { View } from '../view.ts'
import { etaTitle, type Mark } from './sliceView.ts'

interface Label {
  readonly kind: Mark['kind'] | 'tangent'
  readonly text: string
  readonly box: Box
}

type Pixel = readonly [number, number]
type Curve = readonly Pixel[]

const pixelsPerPoint = 4
const gap = 9
const dotSize = 12
/** How far below the upper edge the words of the learning rate stand. */
const headroom = 10

const sidesOf = {
  best: ['below', 'belowRight', 'right', 'belowLeft', 'above', 'left'],
  parabola: ['below', 'belowLeft', 'left', 'belowRight', 'above', 'right'],
  present: ['right', 'left'],
} as const satisfies Record<Mark['kind'], readonly Side[]>

/** The words at the marks and at the ends of the two models. */
export function labelsOf(slice: Slice, marks: readonly Mark[], view: View): Label[] {
  const { value, linear, quadratic } = slice
  const { top } = view.margins
  const curves = [value, linear, quadratic].map((of) => curveOf(of, view))
  const [, tangent = [], parabola = []] = curves
  const wanted: { kind: Label['kind']; text: string; spots: Spot[] }[] = [
    ...marks.map(({ kind, text, x, y = top }) => ({
      kind,
      text,
      spots: around({ x, y: kind === 'present' ? top + headroom : y }, ...sidesOf[kind]),
    })),
    { kind: 'tangent', text: 'tangent', spots: spotsAtEnd(tangent, view) },
    { kind: 'parabola', text: 'parabola', spots: spotsAtEnd(parabola, view) },
  ]
  const boxes = placeLabels(
    wanted.map(({ text, spots }) => ({ text, spots, gap })),
    spaceOf([...curves, ...uprights(marks, view)], view),
    [
      ...titleBoxes(view, { x: etaTitle, y: 'f' }),
      ...marks.flatMap(({ x, y = Number.NaN }) => dot(x, y)),
    ],
  )
  return wanted.flatMap(({ kind, text }, i) => {
    const box = boxes[i]
    return box ? [{ kind, text, box }] : []
  })
}

function curveOf(of: (eta: number) => number, { x, y, margins, width }: View): Curve {
  const columns = Math.max(2, Math.ceil((width - margins.left - margins.right) / pixelsPerPoint))
  return Array.from({ length: columns }, (_, i) => {
    const pixel = margins.left + i * pixelsPerPoint
    return [pixel, y(of(x.invert(pixel)))]
  })
}

function spaceOf(lines: readonly Curve[], view: View): LabelSpace {
  const { left, top, right, bottom } = view.margins
  const bounds = {
    x: left + 4,
    y: top + 2,
    width: Math.max(1, view.width - left - right - 8),
    height: Math.max(1, view.height - top - bottom - 6),
  }
  return { bounds, fontSize: view.text, ink: inkOf(lines, view) }
}

/** The line at the present learning rate. */
const uprights = (marks: readonly Mark[], { margins, height }: View): Curve[] =>
  marks
    .filter(({ kind }) => kind === 'present')
    .map(({ x }) => [
      [x, margins.top],
      [x, height - margins.bottom],
    ])

/** Beside the last points of a curve that are in the picture, and beside earlier ones. */
function spotsAtEnd(curve: Curve, { margins, height }: View): Spot[] {
  const inside = curve.filter(
    ([, y]) => y >= margins.top + gap && y <= height - margins.bottom - gap,
  )
  return [1, 0.85, 0.7].flatMap((part) => {
    const [x, y] = inside[Math.floor(part * (inside.length - 1))] ?? [margins.left, margins.top]
    return around({ x, y }, 'right', 'aboveRight', 'left', 'belowLeft', 'belowRight', 'aboveLeft')
  })
}

const dot = (x: number, y: number): Box[] =>
  Number.isFinite(y)
    ? [{ x: x - dotSize / 2, y: y - dotSize / 2, width: dotSize, height: dotSize }]
    : []
