// The words in the chart of errors: beside its lines, its flanks and its best widths, where they cover the least.
import {
  type GradientCheck,
  type QuotientKind,
  quotientKinds,
} from '../../../core/graphs/gradientCheck.ts'
import { type Box, boxAround, labelArea } from '../../../plot/labels/box.ts'
import { inkOf } from '../../../plot/labels/ink.ts'
import {
  around,
  type LabelSpace,
  placeLabels,
  type Side,
  type Spot,
} from '../../../plot/labels/placeLabels.ts'
import { titleBoxes } from '../../../plot/labels/titles.ts'
import type { View } from '../../../plot/view.ts'
import { flankEnds, heightOf, pointsOf } from './errorView.ts'
import type { Flank } from './flanks.ts'
import { type Slanted, slantedWords } from './slanted.ts'
import { bestOf, lectureWidth } from './slopes.ts'
import { rough } from './words.ts'

interface Label {
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

/** What the axis below says. */
export const widthTitle = 'h'

interface Words {
  readonly labels: readonly Label[]
  readonly slanted: readonly Slanted[]
}

/** What has the fewest places comes first. */
export function wordsOn(check: GradientCheck, flanks: readonly Flank[], view: View): Words {
  if (view.width === 0) return { labels: [], slanted: [] }
  const { h, errors } = check
  const lines = quotientKinds.map((kind) => pointsOf(view, h, errors[kind]))
  const ends = flanks.map((flank) => flankEnds(view, flank))
  const space = {
    bounds: labelArea(view),
    fontSize: view.text,
    ink: inkOf([...lines, ...ends], view),
  }
  const best = bestWords(check, view)
  const taken: Box[] = best.flatMap(({ spots: [at] }) =>
    at ? [boxAround([at.x, at.y], ring)] : [],
  )
  taken.push(...titleBoxes(view, { x: widthTitle, y: '' }))
  const first = placed(
    [...best, ...quotientKinds.map((kind, i) => seriesName(kind, check, lines[i] ?? []))],
    space,
    taken,
  )
  const slanted = slantedWords(flanks, view, taken)
  taken.push(...slanted.flatMap(({ boxes }) => boxes))
  return { labels: [...first, ...placed([lectureWords(view)], space, taken)], slanted }
}

function placed(wanted: readonly Wanted[], space: LabelSpace, taken: Box[]): Label[] {
  const boxes = placeLabels(
    wanted.map(({ text, spots, optional }) => ({
      text,
      spots,
      gap,
      ...(optional && { optional }),
    })),
    space,
    taken,
  )
  return wanted.flatMap(({ id, kind, text }, i) => {
    const box = boxes[i]
    return box ? [{ id, kind, text, box }] : []
  })
}

/** Where the name of a line stands, best first: on which sides, and how far from the largest h to the best one. */
const namePlaces: Readonly<
  Record<QuotientKind, { sides: readonly Side[]; parts: readonly number[] }>
> = {
  forward: { sides: ['aboveLeft', 'above', 'left', 'below'], parts: [0.2, 0.1, 0.35, 0.5, 1.3] },
  central: { sides: ['belowRight', 'right', 'below', 'above'], parts: [0.8, 0.65, 0.5, 0.2, 1.3] },
}
/** Where the largest h is best, its way to it is that of a third of all. */
const usualWay = 43

function seriesName(
  kind: QuotientKind,
  { h, found }: GradientCheck,
  line: readonly Pixel[],
): Wanted {
  const { sides, parts } = namePlaces[kind]
  const way = h.indexOf(found[kind]) || usualWay
  const spots = parts.flatMap((part) => {
    const [x, y] = line[Math.floor(part * way)] ?? [NaN, NaN]
    return Number.isFinite(y) ? around({ x, y }, ...sides) : []
  })
  return { id: kind, kind, text: kind, spots }
}

/** Where the error is least; where that is the same for all, it is said once. */
function bestWords(check: GradientCheck, view: View): Wanted[] {
  const all = quotientKinds.flatMap((kind) => {
    const best = bestOf(check, kind)
    if (!best) return []
    const at = { x: view.x(best.h), y: heightOf(view, best.error) }
    return [{ kind, text: `best ${rough(best.h)}`, at }]
  })
  const [one, other] = all
  const isShared = one && other && one.at.x === other.at.x && one.at.y === other.at.y
  return (isShared ? [{ ...one, kind: undefined }] : all).map(({ kind, text, at }) => ({
    id: `best ${kind}`,
    kind,
    text,
    spots: around(at, 'below', 'belowRight', 'belowLeft', 'right', 'left', 'aboveLeft'),
  }))
}

/** At the top of its line. */
const lectureWords = (view: View): Wanted => ({
  id: 'lecture',
  text: `lecture’s h = ${rough(lectureWidth)}`,
  spots: [1, 2.2, 3.4].flatMap((row) =>
    around({ x: view.x(lectureWidth), y: view.margins.top + row * view.text }, 'right', 'left'),
  ),
  optional: 'near',
})
