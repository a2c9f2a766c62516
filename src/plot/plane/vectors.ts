// What a step is made of, at its point on a plot of two variables: arrows from the point and boxes around it.

import { select } from 'd3'
import type { Box } from '../labels/box.ts'
import { baselineOf } from '../labels/textSize.ts'
import { inkBoxes, labelBoxes, textOf } from './vectorLabels.ts'
import { shapesOf, type VectorsPicture } from './vectorShapes.ts'

/**
 * Paints the picture into a group, whatever stood there before; nothing where the point is not in the picture.
 * @returns where its lines and labels are, for others to keep away from
 */
export function paintVectors(group: SVGGElement, picture: VectorsPicture): Box[] {
  const shapes = shapesOf(picture)
  const lines = inkBoxes(shapes, picture.view)
  const boxes = labelBoxes(shapes, lines, picture)
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
    .attr('y', (d) => baselineOf(d.box))
    .text((d) => textOf(d.vector))
  return [...lines, ...boxes.flatMap((box) => box ?? [])]
}
