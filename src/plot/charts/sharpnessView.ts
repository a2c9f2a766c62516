// Where the parts of a chart of sharpness go: its scales, the limit as stairs, and the words at the limit.

import { area, extent, line } from 'd3'
import type { Sharpness } from '../../core/analysis/sharpness.ts'
import { plain } from '../../core/number.ts'
import { inkOf } from '../labels/ink.ts'
import { around, covered, placeLabels } from '../labels/placeLabels.ts'
import { sizeOf } from '../labels/textSize.ts'
import { titleBoxes } from '../labels/titles.ts'
import { linear, linearNice, logarithmicNice } from '../scale.ts'
import { marginsFor, type Sheet, type View } from '../view.ts'
import { chartMargins } from './chartMargins.ts'
import { widened } from './widened.ts'

/** What its axis says. */
export const sharpnessTitle = 'sharpness λ₁'
const air = 0.06
/** A limit that is so many times as high would leave no room for the curve. */
const farAbove = { linear: 3, log: 1e3 }
/** Smaller shares of the largest value are not told apart on a logarithmic scale. */
const least = 1e-8

/** The view of a run's sharpness over its steps; what is too low for it lies on its lower edge. */
export function sharpnessView(
  size: Sheet,
  { steps, sharpness, limit }: Sharpness,
  isLog: boolean,
): View {
  const finite = sharpness.filter((value) => Number.isFinite(value) && !(isLog && value <= 0))
  const base = isLog ? [] : [0]
  const [lowest = Infinity, highest = 0] = extent([...finite, ...base])
  const far = Math.max(highest, 0) * (isLog ? farAbove.log : farAbove.linear)
  const near = limit.filter((value) => value <= far && !(isLog && value < lowest / farAbove.log))
  const [below, above] = extent([...finite, ...base, ...near]) as [number?, number?]
  const [low, top] = widened(
    below === undefined || above === undefined
      ? [undefined, undefined]
      : [isLog ? Math.max(below, above * least) : below, above],
    isLog,
  )
  const margins = marginsFor(size.text, chartMargins)
  const high = isLog ? top : top + air * (top - low)
  const bottom = Math.max(margins.top + 1, size.height - margins.bottom)
  const right = Math.max(margins.left + 1, size.width - margins.right)
  const x = linear([0, Math.max(1, steps.at(-1) ?? 0)], [margins.left, right])
  const y = (isLog ? logarithmicNice : linearNice)([low, high], [bottom, margins.top])
  return { ...size, margins, x, y }
}

/** The scale of a column's index instead of its step. */
export const indexScale = ({ x }: View, { steps }: Sharpness) =>
  linear([0, Math.max(1, steps.length - 1)], [x(0), x(Math.max(1, steps.at(-1) ?? 0))])

/** Pixels between the ends of stairs that are neighbours. */
const touching = 0.01

/** A stretch of equal limits, in pixels. */
interface Stair {
  readonly from: number
  readonly to: number
  readonly level: number
}

/** The limit of each step as a level stretch; at most one for each pixel column. */
export function stairsOf({ steps, limit }: Sharpness, { x, y, margins, height }: View): Stair[] {
  const stairs: Stair[] = []
  const [top, bottom] = [margins.top, height - margins.bottom]
  for (let i = 0; i + 1 < steps.length; i++) {
    const pixel = y(limit[i] as number)
    if (!Number.isFinite(pixel)) continue
    const [from, to] = [x(steps[i] as number), x(steps[i + 1] as number)]
    const level = Math.max(top, Math.min(bottom, pixel))
    const before = stairs.at(-1)
    const isNext = before !== undefined && from - before.to < touching
    if (isNext && (level === before.level || to - before.from < 1))
      stairs[stairs.length - 1] = { ...before, to }
    else stairs.push({ from, to, level })
  }
  return stairs
}

type Corner = readonly [number, number]
const isCorner = ([x]: Corner) => !Number.isNaN(x)

/** Both ends of each stair; where two do not touch, a gap between them. */
const cornersOf = (stairs: readonly Stair[]): [number, number][] =>
  stairs.flatMap(({ from, to, level }, i): [number, number][] => {
    const before = stairs[i - 1]
    const isApart = before !== undefined && Math.abs(from - before.to) >= touching
    return [...(isApart ? gap : []), [from, level], [to, level]]
  })
const gap: [number, number][] = [[Number.NaN, Number.NaN]]

/** The limit as one line, so that its dashes go on from stair to stair. Outside the picture there is none. */
export function limitPath(stairs: readonly Stair[], { margins, height }: View): string {
  const inside = stairs.filter(
    ({ level }) => level > margins.top && level < height - margins.bottom,
  )
  return line<Corner>().defined(isCorner).digits(1)(cornersOf(inside)) ?? ''
}

/** Everything above the limit. */
export const areaAbove = (stairs: readonly Stair[], { margins: { top } }: View): string =>
  area<Corner>(
    ([x]) => x,
    top,
    ([, y]) => y,
  )
    .defined(isCorner)
    .digits(1)(cornersOf(stairs)) ?? ''

/** The law, and the limit where it is the same throughout: 2/η = 20. */
export function limitInWords({ law, limit }: Sharpness, between = ' to '): string {
  const all = limit.filter((value) => !Number.isNaN(value))
  if (!law || all.length === 0) return ''
  const [first, last] = [plain(all[0] as number), plain(all.at(-1) as number)]
  return `${law} = ${first}${first === last ? '' : `${between}${last}`}`
}

/** All of the chart in a sentence. */
export function sharpnessInWords(measured: Sharpness): string {
  const { steps, sharpness } = measured
  const limit = limitInWords(measured)
  const ends = `${plain(sharpness[0] ?? Number.NaN)} at first, ${plain(sharpness.at(-1) ?? Number.NaN)} at the end`
  return `Sharpness over ${steps.at(-1) ?? 0} steps: ${ends}${limit && `; limit ${limit}`}`
}

/** The words at the limit: beside the line where they cover the least of the curve. */
export function limitLabel(measured: Sharpness, stairs: readonly Stair[], view: View) {
  const [first, last] = [stairs[0], stairs.at(-1)]
  if (!first || !last) return undefined
  const { x, y, margins, width, height } = view
  const { top, left, right, bottom } = margins
  const arrow = last.level <= top ? ' ↑' : last.level >= height - bottom ? ' ↓' : ''
  const points = Array.from(measured.steps, (k, i) => [x(k), y(measured.sharpness[i] as number)])
  const ink = inkOf([points as [number, number][]], view)
  const bounds = {
    x: left + 4,
    y: top + 2,
    width: width - left - right - 8,
    height: height - top - bottom - 4,
  }
  const titles = titleBoxes(view, { x: '', y: sharpnessTitle })
  const belowTitles = Math.max(...titles.slice(1).map((box) => box.y + box.height))
  const middle = stairs[Math.floor(stairs.length / 2)] ?? last
  const spots = [
    ...around({ x: last.to, y: last.level }, 'aboveLeft', 'belowLeft'),
    ...around({ x: (middle.from + middle.to) / 2, y: middle.level }, 'above', 'below'),
    ...around({ x: first.from, y: first.level }, 'aboveRight', 'belowRight'),
    ...around({ x: last.to, y: Math.max(last.level, belowTitles) }, 'belowLeft'),
  ]
  // All of it where there is room; else the law, to which the axis gives its number; else nothing.
  for (const words of [limitInWords(measured, ' → '), measured.law ?? '']) {
    const text = words + arrow
    if (sizeOf(text, view.text).width > bounds.width) continue
    const space = { bounds, fontSize: view.text, ink }
    const [box] = placeLabels([{ text, spots, gap: 5 }], space, [...titles])
    if (box && covered(box, titles) === 0) return { text, box }
  }
  return undefined
}
