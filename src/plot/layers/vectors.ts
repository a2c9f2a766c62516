// What a step is made of, at its point on a plot of two variables: arrows from the point and boxes around it.
import { select } from 'd3'
import { plain } from '../../core/number.ts'
import type { Vector } from '../../core/runs/vectors.ts'
import { type Box, drawingArea, isInside } from '../box.ts'
import { around, type Ground, type LabelRequest, placeLabels, type Side } from '../labels.ts'
import { pixelsOf, sizeOf, type VectorScale } from '../vectorScales.ts'
import type { View } from '../view.ts'

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
  readonly ground: Ground
}

type Point = readonly [number, number]

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
const pointSize = 18
const farthest = 1e5
/** How much room labels leave for a line. */
const lineWidth = 6
const mostSquares = 60

/** Paints the picture into a group, whatever stood there before; nothing where the point is not in the picture. */
export function paintVectors(group: SVGGElement, picture: VectorsPicture): void {
  const shapes = shapesOf(picture)
  const boxes = labelBoxes(shapes, picture)
  const root = select(group)
  root
    .selectAll('path.arrow')
    .data(shapes)
    .join('path')
    .attr('class', 'arrow')
    .attr('data-name', (d) => d.vector.name)
    .attr('data-role', (d) => d.vector.role)
    .attr('data-form', (d) => d.vector.form)
    .attr('d', (d) => d.path)
  root
    .selectAll('text')
    .data(shapes.flatMap((shape, i) => (boxes[i] ? [{ ...shape, box: boxes[i] }] : [])))
    .join('text')
    .attr('data-name', (d) => d.vector.name)
    .attr('data-role', (d) => d.vector.role)
    .attr('x', (d) => d.box.x)
    .attr('y', (d) => d.box.y + d.box.height * 0.8)
    .text((d) => textOf(d.vector))
}

/** A name with a length; what is read off the axes, and a box with its two sides, by name alone. */
const textOf = (vector: Vector): string =>
  vector.form === 'box' || (vector.isMove && vector.name !== 'x')
    ? vector.label
    : `${vector.label} ${plain(sizeOf(vector), 3)}`

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
function partInside([x, y]: Point, [across, down]: Point, area: Box): number {
  const part = (from: number, by: number, least: number, size: number) =>
    by === 0 ? 1 : ((by > 0 ? least + size : least) - from) / by
  const parts = [part(x, across, area.x, area.width), part(y, down, area.y, area.height)]
  return Math.min(1, ...parts)
}

/** Where the labels go: by the whole vectors, so that they stay while one grows. */
function labelBoxes(shapes: readonly Shape[], { view, taken, ground }: VectorsPicture) {
  const area = drawingArea(view)
  const lines = shapes.flatMap((shape) => inkBoxes(shape, area))
  const requests = shapes.map((shape) => labelRequest(shape, area))
  return placeLabels(requests, ground, [...taken, ...lines])
}

const square = (place: Place, size: number): Box => rectangle(place, size, size)

const rectangle = ({ x, y }: Place, width: number, height: number): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
})

/** The sides of a box, or an arrow as small boxes along it, the point with them. */
function inkBoxes({ vector, from, reach }: Shape, area: Box): Box[] {
  if (vector.form === 'box') {
    const [width, height] = reach.map((d) => 2 * Math.abs(d)) as [number, number]
    return [-1, 1].flatMap((end) => [
      rectangle(placeOn(from, [0, reach[1]], end), width, lineWidth),
      rectangle(placeOn(from, [reach[0], 0], end), lineWidth, height),
    ])
  }
  const end = partInside(from, reach, area)
  const count = Math.min(mostSquares, Math.ceil((end * Math.hypot(...reach)) / lineWidth))
  const along = Array.from({ length: count }, (_, i) =>
    square(placeOn(from, reach, (end * (i + 1)) / count), lineWidth),
  )
  return [square(placeOn(from, reach, 0), pointSize), ...along]
}

interface Place {
  readonly x: number
  readonly y: number
}

const compass: readonly (readonly [Side, number, number])[] = [
  ['right', 1, 0],
  ['left', -1, 0],
  ['above', 0, -1],
  ['below', 0, 1],
  ['aboveRight', 0.7, -0.7],
  ['aboveLeft', -0.7, -0.7],
  ['belowRight', 0.7, 0.7],
  ['belowLeft', -0.7, 0.7],
]

/** A label stands ahead of its arrow or beside its middle; at a side of its box, outside or inside. */
function labelRequest(shape: Shape, area: Box): LabelRequest {
  const { vector, from, reach } = shape
  const text = textOf(vector)
  if (vector.form === 'box') {
    const side = (across: number, down: number, ...order: readonly Side[]) => {
      const end = [across * Math.abs(reach[0]), down * Math.abs(reach[1])] as const
      return around(placeOn(from, end, partInside(from, end, area)), ...order)
    }
    const upright = [...side(0, -1, 'above', 'below'), ...side(0, 1, 'below', 'above')]
    return {
      text,
      spots: [...upright, ...side(1, 0, 'right', 'left'), ...side(-1, 0, 'left', 'right')],
    }
  }
  const end = partInside(from, reach, area)
  const [dx, dy] = reach
  const ahead = [...compass].sort((a, b) => (b[1] - a[1]) * dx + (b[2] - a[2]) * dy)
  const sides = ahead.map(([side]) => side)
  const head = around(placeOn(from, reach, end), ...sides.slice(0, 5))
  return { text, spots: [...head, ...around(placeOn(from, reach, end / 2), ...sides.slice(2, 6))] }
}

/** The place on an arrow at some part of it. */
const placeOn = ([x, y]: Point, [dx, dy]: Point, part: number) => ({
  x: x + part * dx,
  y: y + part * dy,
})
