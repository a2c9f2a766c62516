// Where the arrows of a step go, and their words: where they are least in the way of what stands still.

import type { Trace } from '../../core/descent/trace.ts'
import { plain } from '../../core/number.ts'
import type { Box } from '../labels/box.ts'
import {
  around,
  coverage,
  covered,
  type LabelRequest,
  type LabelSpace,
  placeLabels,
} from '../labels/placeLabels.ts'
import type { View } from '../view.ts'
import { tangentBoxes } from './tangent.ts'

/** From the point to an arrow, and from one arrow to the next, in ems. */
const arrowLift = 1.5
/** How far up (or down) the first arrow may stand, in such lifts. */
const lifts = [1, -1, 1.7, -1.7]
/** In square pixels of covered labels: what another way costs, and a pixel of a label under an arrow. */
const perRank = 60
const perPixelOfShaft = 6
const thinnest = 6
/** The point with its handle, in ems. */
const pointSize = 1.5

export interface DescentPicture {
  readonly trace: Trace
  readonly view: View
  readonly playhead: number
  /** Labels that stay where they are. */
  readonly taken: readonly Box[]
  readonly space: LabelSpace
  /** In slow motion: what is there already, and how much of the last of it. */
  readonly made?: { readonly names: readonly string[]; readonly part: number } | undefined
}

/** An arrow with its words. */
export interface Arrow {
  readonly name: string
  readonly role: string
  readonly label: string
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

interface Point {
  readonly x: number
  readonly y: number
}

export interface Placed {
  readonly arrows: readonly Arrow[]
  readonly boxes: readonly (Box | undefined)[]
  /** Arrows and labels, for other labels to keep away from. */
  readonly occupied: readonly Box[]
}

/** The arrows above the point or below, near or further off: where they are least in the way of others. */
export function placed(picture: DescentPicture, k: number, at: readonly [number, number]): Placed {
  const { view, taken, space } = picture
  const { top, bottom } = view.margins
  const tangent = tangentBoxes(view, at, picture.trace.grad[k] as number)
  const still = [...taken, pointAt(at, pointSize * space.fontSize), ...tangent]
  const ways = lifts.map((lift, rank) => {
    const arrows = arrowsAt(picture, k, at, lift)
    const shafts = arrows.map(shaftBox)
    const others = [...still, ...shafts]
    const boxes = placeLabels(arrows.map(labelRequest), space, others)
    const cost = boxes.reduce(
      (sum, box, i) =>
        sum +
        coverage(box ?? none, [...still, ...shafts, ...boxes.flatMap(notOnly(i))], space.ink) +
        perPixelOfShaft * covered(shafts[i] as Box, taken),
      rank * perRank,
    )
    const outside = arrows.some(({ to }) => to[1] < top || to[1] > view.height - bottom)
    return { arrows, boxes, cost: outside ? Infinity : cost }
  })
  const { arrows, boxes } = ways.reduce((best, way) => (way.cost < best.cost ? way : best))
  const occupied = [...tangent, ...arrows.map(shaftBox), ...boxes.flatMap((box) => box ?? [])]
  return { arrows, boxes, occupied }
}

const pointAt = ([x, y]: readonly [number, number], size: number): Box => ({
  x: x - size / 2,
  y: y - size / 2,
  width: size,
  height: size,
})

const none: Box = { x: 0, y: 0, width: 0, height: 0 }
const notOnly = (own: number) => (box: Box | undefined, i: number) =>
  box && i !== own ? [box] : []

/** The gradient to the scale of x (slope 1 is as long as 1 on the axis), the step as it is. */
function arrowsAt(
  { trace, view }: DescentPicture,
  k: number,
  [x, y]: readonly [number, number],
  lift: number,
): Arrow[] {
  const [here, next] = [trace.x[k] as number, trace.x[k + 1]]
  const slope = trace.grad[k] as number
  const inside = (pixel: number) =>
    Math.max(view.margins.left, Math.min(view.width - view.margins.right, pixel))
  const heightOf = (row: number) => y - (lift + Math.sign(lift) * row) * arrowLift * view.text
  const arrow = (
    name: string,
    role: string,
    label: string,
    length: number,
    row: number,
  ): Arrow => ({
    name,
    role,
    label: `${label} ${plain(length, 3)}`,
    from: [x, heightOf(row)],
    to: [inside(view.x(here + length)), heightOf(row)],
  })
  return [
    ...(Number.isFinite(slope) ? [arrow('g', 'gradient', 'slope', slope, 0)] : []),
    ...(next === undefined ? [] : [arrow('x', 'step', 'step', next - here, 1)]),
  ]
}

const shaftBox = ({ from, to }: Arrow): Box => {
  const length = Math.abs(to[0] - from[0])
  // What is too short for an arrow is a stroke, which is seen too.
  const width = Math.max(thinnest, length)
  const x = Math.min(from[0], to[0]) - (width - length) / 2
  return { x, y: from[1] - 4, width, height: 8 }
}

/** A label stands ahead of its arrow, behind it, or along it. */
function labelRequest({ label, from, to }: Arrow): LabelRequest {
  const isLeft = to[0] < from[0]
  const [ahead, behind] = isLeft ? (['left', 'right'] as const) : (['right', 'left'] as const)
  const [head, tail] = [to, from].map(([x, y]) => ({ x, y })) as [Point, Point]
  const middle = { x: (head.x + tail.x) / 2, y: head.y }
  return {
    text: label,
    spots: [
      ...around(head, ahead),
      ...around(tail, behind),
      ...around(middle, 'above', 'below'),
      ...around(head, 'above', 'below'),
    ],
  }
}
