// The words in the chart of errors: beside its lines, its flanks and its best widths, where they cover the least.
import {
  type GradientCheck,
  type QuotientKind,
  quotientKinds,
  quotients,
} from '../../../core/graphs/gradientCheck.ts'
import { type Box, labelArea } from '../../../plot/labels/box.ts'
import { inkOf } from '../../../plot/labels/ink.ts'
import { around, placeLabels, type Side, type Spot } from '../../../plot/labels/placeLabels.ts'
import { sizeOf } from '../../../plot/labels/textSize.ts'
import type { View } from '../../../plot/view.ts'
import { flankEnds, heightOf, pointsOf } from './errorView.ts'
import type { Flank } from './flanks.ts'
import type { Slanted } from './slanted.ts'
import { lectureWidth } from './slopes.ts'
import { rough } from './words.ts'

export interface Label {
  readonly id: string
  readonly kind?: QuotientKind | undefined
  readonly text: string
  readonly box: Box
}

interface Wanted extends Omit<Label, 'box'> {
  readonly spots: readonly Spot[]
  /** Rather nothing than on top of others. */
  readonly optional?: 'near'
}

type Pixel = readonly [number, number]
const gap = 7
const ring = 10

/** The title in the line above the picture, with the predicted best widths in it. */
export const lane = ({ margins, text }: View): number => margins.top - 0.55 * text

/** Where the predicted best width of each is written above the picture, so that no two touch. */
export function predictedAt(
  view: View,
  { predicted }: GradientCheck,
): Record<QuotientKind, number> {
  const [a, b] = quotientKinds as readonly [QuotientKind, QuotientKind]
  const [left, right] = [view.x(predicted[a]), view.x(predicted[b])]
  const least = sizeOf(`${quotients[a].bestAs} `, view.text).width
  const push = Math.max(0, least - (right - left)) / 2
  return { [a]: left - push, [b]: right + push } as Record<QuotientKind, number>
}

export function labelsOf(
  check: GradientCheck,
  flanks: readonly Flank[],
  slanted: readonly Slanted[],
  view: View,
): Label[] {
  const { h, errors } = check
  const lines = quotientKinds.map((kind) => pointsOf(view, h, errors[kind]))
  const ends = flanks.map((flank) => flankEnds(view, flank))
  const wanted: Wanted[] = [
    ...quotientKinds.flatMap((kind) => bestOf(kind, check, view)),
    ...quotientKinds.map((kind, i) => seriesName(kind, lines[i] ?? [])),
    {
      id: 'lecture',
      text: `lecture’s h = ${rough(lectureWidth)}`,
      spots: lectureSpots(view),
      optional: 'near',
    },
  ]
  const rings = wanted.flatMap(({ id, spots: [first] }) =>
    first && id.startsWith('best')
      ? [{ x: first.x - ring / 2, y: first.y - ring / 2, width: ring, height: ring }]
      : [],
  )
  const boxes = placeLabels(
    wanted.map(({ text, spots, optional }) => ({
      text,
      spots,
      gap,
      ...(optional && { optional }),
    })),
    { bounds: labelArea(view), fontSize: view.text, ink: inkOf([...lines, ...ends], view) },
    [...rings, ...slanted.flatMap(({ boxes }) => boxes)],
  )
  return wanted.flatMap(({ id, kind, text }, i) => {
    const box = boxes[i]
    return box ? [{ id, kind, text, box }] : []
  })
}

/** On which sides of its line a name may stand: the upper line above, the lower one below. */
const sidesOf: Readonly<Record<QuotientKind, readonly Side[]>> = {
  forward: ['aboveLeft', 'above', 'left', 'below'],
  central: ['belowRight', 'below', 'right', 'above'],
}
/** Along a line, from the largest h: where its name may stand. */
const shares = [0.1, 0.16, 0.22, 0.05, 0.3, 0.6]

function seriesName(kind: QuotientKind, line: readonly Pixel[]): Wanted {
  const there = line.filter(([, y]) => Number.isFinite(y))
  const spots = shares.flatMap((share) => {
    const [x, y] = there[Math.floor(share * there.length)] ?? [NaN, NaN]
    return Number.isFinite(y) ? around({ x, y }, ...sidesOf[kind]) : []
  })
  return { id: kind, kind, text: kind, spots }
}

function bestOf(kind: QuotientKind, { h, errors, found }: GradientCheck, view: View): Wanted[] {
  const error = errors[kind][h.indexOf(found[kind])] ?? Number.NaN
  const y = heightOf(view, error)
  if (!Number.isFinite(y)) return []
  const spots = around(
    { x: view.x(found[kind]), y },
    'below',
    'belowRight',
    'belowLeft',
    'right',
    'left',
  )
  return [{ id: `best ${kind}`, kind, text: `best ${rough(found[kind])}`, spots }]
}

/** At the top of its line. */
const lectureSpots = (view: View): Spot[] =>
  [1, 2.2, 3.4].flatMap((row) =>
    around({ x: view.x(lectureWidth), y: view.margins.top + row * view.text }, 'right', 'left'),
  )
