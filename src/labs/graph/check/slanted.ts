// The words of the flanks, written along them.
import { type Box, boxAround, drawingArea, isInside } from '../../../plot/labels/box.ts'
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
const distances = { truncation: 0.85, rounding: 2 }
/** Where along its flank a text may stand. */
const places = [0.55, 0.45, 0.65, 0.35, 0.75]
/** From the middle of a text to its base, in ems. */
const drop = 0.32

/** The words of each flank where there is room for them: all, only its slope, or none. */
export function slantedWords(flanks: readonly Flank[], view: View): Slanted[] {
  // The upper of the two lines of truncation has its words above itself, the other one below.
  const upper = flanks.find(({ words }) => words === 'truncation')
  return flanks.flatMap((flank) => {
    const slope = `slope ${String(flank.slope).replace('-', '−')}`
    const isAbove = flank === upper
    return (
      fitted(flank, `${flank.words}, ${slope}`, isAbove, view) ??
      fitted(flank, slope, isAbove, view) ??
      []
    )
  })
}

function fitted(flank: Flank, text: string, isAbove: boolean, view: View): Slanted | undefined {
  const { words, kind, slope, factor, from, to } = flank
  const at = (h: number) => [view.x(h), view.y(factor * h ** slope)] as const
  const [[x1, y1], [x2, y2]] = [at(from), at(to)]
  const length = Math.hypot(x2 - x1, y2 - y1)
  const { width } = sizeOf(text, view.text)
  if (!(length > width)) return undefined
  const [across, down] = [(x2 - x1) / length, (y2 - y1) / length]
  const aside = (isAbove ? 1 : -1) * distances[words] * view.text
  const area = drawingArea(view)
  for (const place of places) {
    const [x, y] = [x1 + place * (x2 - x1) + down * aside, y1 + place * (y2 - y1) - across * aside]
    const count = Math.ceil(width / view.text)
    const middles = Array.from({ length: count + 1 }, (_, i) => {
      const off = width * (i / count - 0.5)
      return [x + off * across, y + off * down] as const
    })
    if (!middles.every((middle) => isInside(area, middle))) continue
    return {
      text,
      kind,
      x: x - down * drop * view.text,
      y: y + across * drop * view.text,
      angle: (Math.atan2(down, across) * 180) / Math.PI,
      boxes: middles.map((middle) => boxAround(middle, view.text)),
    }
  }
  return undefined
}
