// plot/labels/: where words go: boxes, sizes of text, ink, placing.
//
// Where labels go: beside what they name, inside the picture, and neither on top of each other nor on what is drawn.
import { type Box, boxBeside, movedInside } from './box.ts'
import { type Ink, inkUnder } from './ink.ts'
import { sizeOf } from './textSize.ts'

const sides = {
  above: [0, -1],
  below: [0, 1],
  left: [-1, 0],
  right: [1, 0],
  aboveLeft: [-1, -1],
  aboveRight: [1, -1],
  belowLeft: [-1, 1],
  belowRight: [1, 1],
} as const

export type Side = keyof typeof sides

/** A point that a label may stand beside, and on which side of it. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly side: Side
}

export interface LabelRequest {
  readonly text: string
  /** Best first. */
  readonly spots: readonly Spot[]
  /** Distance from the point to the text, in pixels. */
  readonly gap?: number
  /** Rather no label than one on top of another; or than one that is not near. */
  readonly optional?: 'anywhere' | 'near'
}

/** What labels are placed on. */
export interface LabelSpace {
  readonly bounds: Box
  /** In pixels. */
  readonly fontSize: number
  /** Lines that labels had better not cover. */
  readonly ink?: Ink | undefined
}

/** Labels may also stand so many times as far away. */
const distances = [1, 2.4]
/** The share of a label that is not needed that may lie on others. */
const mostCovered = 0.005

/** Whether a label had better not be there. */
export const isBuried = (box: Box, taken: readonly Box[]): boolean =>
  covered(box, taken) > mostCovered * box.width * box.height

/** In square pixels of covered lines: the prices of a less preferred spot, and of a pixel of other labels. */
const perRank = 8
const perPixel = 12

/** The spots around a point. */
export const around = (
  { x, y }: { readonly x: number; readonly y: number },
  ...order: readonly Side[]
): Spot[] => order.map((side) => ({ x, y, side }))

/**
 * Places labels one after the other, each where it covers least.
 * @param taken what must stay free; each placed label is added
 * @returns the boxes, in order; none for a label that was left out
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  space: LabelSpace,
  taken: Box[],
): (Box | undefined)[] {
  return requests.map((request) => {
    // Far from its point a label that is not needed could be taken for another's.
    const reach = request.optional === 'near' ? distances.slice(0, 1) : distances
    const candidates = reach.flatMap((distance) =>
      request.spots.map((spot) => movedInside(boxAt(request, spot, distance, space), space.bounds)),
    )
    const costs = candidates.map((box, rank) => perRank * rank + coverage(box, taken, space.ink))
    const best = candidates[costs.indexOf(Math.min(...costs))]
    if (!best) return undefined
    if (request.optional && isBuried(best, taken)) return undefined
    taken.push(best)
    return best
  })
}

function boxAt(
  { text, gap = 8 }: LabelRequest,
  { x, y, side }: Spot,
  distance: number,
  { fontSize }: LabelSpace,
): Box {
  const [across, down] = sides[side]
  // At a corner the same gap on both axes would look like more.
  const space = gap * distance * (across && down ? 0.7 : 1)
  return boxBeside({ x, y }, sizeOf(text, fontSize), [across, down], space)
}

function overlap(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return across > 0 && down > 0 ? across * down : 0
}

/** How much of a box others cover, in square pixels. */
export const covered = (box: Box, others: readonly Box[]): number =>
  others.reduce((sum, other) => sum + overlap(box, other), 0)

/** How bad a place is: what is covered there, lines less than labels. */
export const coverage = (box: Box, taken: readonly Box[], ink: Ink | undefined): number =>
  perPixel * covered(box, taken) + (ink ? inkUnder(ink, box) : 0)
