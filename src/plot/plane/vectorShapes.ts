// Vectors of a step in pixels: as arrows from the point and boxes around it, as far as they are in the picture.
import type { Vector } from '../../core/analysis/vectors.ts'
import { type Box, drawingArea, isInside } from '../labels/box.ts'
import type { LabelSpace } from '../labels/placeLabels.ts'
import type { View } from '../view.ts'
import { pixelsOf, type VectorScale } from './vectorScales.ts'

export interface VectorsPicture {
  readonly view: View
  /** Values of both variables. */
  readonly at: readonly [number, number]
  readonly vectors: readonly Vector[]
  readonly scales: VectorScale
  /** Of this one only a part is drawn, from 0 to 1. */
  readonly growth?: { readonly name: string; readonly part: number }
  /** Labels that stay where they are. */
  readonly taken: readonly Box[]
  readonly space: LabelSpace
}

export type Point = readonly [number, number]

/** A vector in pixels, and as much of it as is drawn. */
export interface Shape {
  readonly vector: Vector
  readonly from: Point
  readonly reach: Point
  readonly path: string
}

const headLength = 7
const headWidth = 3.5
/** What leaves the picture ends in a wider head, which is open. */
const openWidth = 5
const dotRadius = 2
const shortest = 3
const farthest = 1e5

/** The vectors as they are drawn: boxes first, so that arrows lie on them. */
export function shapesOf({ view, at, vectors, scales, growth }: VectorsPicture): Shape[] {
  const from: Point = [view.x(at[0]), view.y(at[1])]
  if (!from.every(Number.isFinite) || !isInside(drawingArea(view), from)) return []
  const ordered = [...vectors].sort((a, b) => Number(b.form === 'box') - Number(a.form === 'box'))
  return ordered.flatMap((vector) => {
    const reach = pixelsOf(vector, scales(vector), view)
    if (!reach.every(Number.isFinite)) return []
    const part = growth?.name === vector.name ? growth.part : 1
    return [
      { vector, from, reach, path: pathOf(vector, from, [part * reach[0], part * reach[1]], view) },
    ]
  })
}

function pathOf({ form }: Vector, from: Point, reach: Point, view: View): string {
  if (Math.hypot(...reach) < shortest) return dotPath(from)
  return form === 'box' ? boxPath(from, reach) : arrowPath(from, reach, drawingArea(view))
}

const dotPath = ([x, y]: Point): string =>
  `M${x - dotRadius},${y}a${dotRadius},${dotRadius} 0 1 0 ${2 * dotRadius},0a${dotRadius},${dotRadius} 0 1 0 ${-2 * dotRadius},0`

/** What is further away than drawings can go is beyond the picture as well a little nearer. */
function boxPath([x, y]: Point, reach: Point): string {
  const [across, down] = reach.map((d) => Math.min(farthest, Math.abs(d))) as [number, number]
  return `M${x - across},${y - down}H${x + across}V${y + down}H${x - across}Z`
}

function arrowPath(from: Point, reach: Point, area: Box): string {
  const inside = partInside(from, reach, area)
  const [endX, endY] = [from[0] + inside * reach[0], from[1] + inside * reach[1]]
  const length = Math.hypot(...reach)
  const [across, down] = [reach[0] / length, reach[1] / length]
  const back = Math.min(headLength, inside * length)
  const half = inside < 1 ? openWidth : (headWidth * back) / headLength
  const corner = (side: number) =>
    `${endX - back * across - side * half * down},${endY - back * down + side * half * across}`
  const close = inside < 1 ? '' : 'Z'
  return `M${from}L${endX},${endY}M${corner(1)}L${endX},${endY}L${corner(-1)}${close}`
}

/** How much of an arrow is in the picture. */
export function partInside([x, y]: Point, [across, down]: Point, area: Box): number {
  const part = (from: number, by: number, least: number, size: number) =>
    by === 0 ? 1 : ((by > 0 ? least + size : least) - from) / by
  const parts = [part(x, across, area.x, area.width), part(y, down, area.y, area.height)]
  return Math.min(1, ...parts)
}

/** The place on an arrow at some part of it. */
export const placeOn = ([x, y]: Point, [dx, dy]: Point, part: number) => ({
  x: x + part * dx,
  y: y + part * dy,
})
