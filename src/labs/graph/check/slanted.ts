// The words of the flanks, written along them.
import { type Box, boxAround, drawingArea, isInside } from '../../../plot/labels/box.ts'
import { covered } from '../../../plot/labels/placeLabels.ts'
import { sizeOf } from '../../../plot/labels/textSize.ts'
import type { View } from '../../../plot/view.ts'
import type { Flank } from './flanks.ts'

export interface Slanted {
  readonly text: string
  readonly kind: Flank['kind']
  /** The middle of its base. */
  readonly x: number
  readonly y: number
  /** In degrees. */
  readonly angle: number
  /** What it covers. */
  readonly boxes: readonly Box[]
}

/** How far from its flank the middle of a text is, in ems: rounding makes its own line jagged, downwards. */
const distances = { truncation: 1, rounding: 1.8 }
/** Where along its flank a text may stand, from the least width. */
const places = {
  truncation: [0.6, 0.65, 0.55, 0.7, 0.5, 0.75, 0.45, 0.8, 0.4],
  rounding: [0.4, 0.35, 0.45, 0.3, 0.5, 0.25, 0.55, 0.2, 0.6],
}
/** How much of a text may lie on others: more would be read with it. */
const mostCovered = 0.05
/** From the middle of a text to its base, in ems. */
const drop = 0.32

/**
 * The words of each flank where there is room for them: all, one of the two, or none.
 * @param taken what must stay free
 */
export function slantedWords(
  flanks: readonly Flank[],
  view: View,
  taken: readonly Box[],
): Slanted[] {
  // The upper of the two lines of truncation has its words above itself, the other one below.
  const upper = flanks.find(({ words }) => words === 'truncation')
  return flanks.flatMap((flank) => {
    const slope = `slope ${String(flank.slope).replace('-', '−')}`
    for (const text of [`${flank.words}, ${slope}`, flank.words, slope]) {
      const isFree = ({ boxes }: Slanted) =>
        boxes.reduce((sum, box) => sum + covered(box, taken), 0) <
        mostCovered * boxes.length * view.text ** 2
      const free = placesOf(flank, text, flank === upper, view).find(isFree)
      if (free) return [free]
    }
    return []
  })
}

function placesOf(flank: Flank, text: string, isAbove: boolean, view: View): Slanted[] {
  const { words, kind, slope, factor, from, to } = flank
  const at = (h: number) => [view.x(h), view.y(factor * h ** slope)] as const
  const [[x1, y1], [x2, y2]] = [at(from), at(to)]
  const length = Math.hypot(x2 - x1, y2 - y1)
  const { width } = sizeOf(text, view.text)
  if (!(length > width)) return []
  const [across, down] = [(x2 - x1) / length, (y2 - y1) / length]
  const aside = (isAbove ? 1 : -1) * distances[words] * view.text
  const area = drawingArea(view)
  return places[words].flatMap((place) => {
    const [x, y] = [x1 + place * (x2 - x1) + down * aside, y1 + place * (y2 - y1) - across * aside]
    const count = Math.ceil(width / view.text)
    const middles = Array.from({ length: count + 1 }, (_, i) => {
      const off = width * (i / count - 0.5)
      return [x + off * across, y + off * down] as const
    })
    if (!middles.every((middle) => isInside(area, middle))) return []
    return {
      text,
      kind,
      x: x - down * drop * view.text,
      y: y + across * drop * view.text,
      angle: (Math.atan2(down, across) * 180) / Math.PI,
      boxes: middles.map((middle) => boxAround(middle, view.text)),
    }
  })
}
