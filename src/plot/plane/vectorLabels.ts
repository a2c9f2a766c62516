// Where the words of vectors stand: ahead of an arrow or beside it, at a side of a box.

import type { Vector } from '../../core/analysis/vectors.ts'
import { plain } from '../../core/number.ts'
import { type Box, drawingArea } from '../labels/box.ts'
import { around, type LabelRequest, placeLabels, type Side } from '../labels/placeLabels.ts'
import type { View } from '../view.ts'
import { sizeOf } from './vectorScales.ts'
import { partInside, placeOn, type Shape, type VectorsPicture } from './vectorShapes.ts'

const pointSize = 18
/** How much room labels leave for a line. */
const lineWidth = 6
const mostSquares = 60

/** A name with a length; what is read off the axes, and a box with its two sides, by name alone. */
export const textOf = (vector: Vector): string =>
  vector.form === 'box' || (vector.isMove && vector.name !== 'x')
    ? vector.label
    : `${vector.label} ${plain(sizeOf(vector), 3)}`

/** Where the labels go: by the whole vectors, so that they stay while one grows. */
export function labelBoxes(
  shapes: readonly Shape[],
  lines: readonly Box[],
  { view, taken, space }: VectorsPicture,
) {
  const area = drawingArea(view)
  const requests = shapes.map((shape) => labelRequest(shape, area))
  return placeLabels(requests, space, [...taken, ...lines])
}

const square = (place: Place, size: number): Box => rectangle(place, size, size)

const rectangle = ({ x, y }: Place, width: number, height: number): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
})

/** The lines of vectors as small boxes. */
export const inkBoxes = (shapes: readonly Shape[], view: View): Box[] =>
  shapes.flatMap((shape) => boxesOf(shape, drawingArea(view)))

/** The sides of a box, or an arrow as small boxes along it, the point with them. */
function boxesOf({ vector, from, reach }: Shape, area: Box): Box[] {
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
      optional: 'anywhere',
      spots: [...upright, ...side(1, 0, 'right', 'left'), ...side(-1, 0, 'left', 'right')],
    }
  }
  const end = partInside(from, reach, area)
  const [dx, dy] = reach
  const ahead = [...compass].sort((a, b) => (b[1] - a[1]) * dx + (b[2] - a[2]) * dy)
  const sides = ahead.map(([side]) => side)
  const head = around(placeOn(from, reach, end), ...sides.slice(0, 5))
  return {
    text,
    optional: 'anywhere',
    spots: [...head, ...around(placeOn(from, reach, end / 2), ...sides.slice(2, 6))],
  }
}
