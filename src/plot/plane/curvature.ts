// How a loss bends around the point at the playhead: the ellipse of its Hessian, and what the local models promise.

import { type Selection, select } from 'd3'
import type { LocalModels, Pair } from '../../core/analysis/localModels.ts'
import { type Box, isInside } from '../labels/box.ts'
import { type LabelSpace, placeLabels } from '../labels/placeLabels.ts'
import { baselineOf } from '../labels/textSize.ts'
import type { View } from '../view.ts'
import {
  linePath,
  type Named,
  namedLines,
  pathOf,
  requestOf,
  type Show,
  shaftOf,
} from './curvatureLines.ts'
import { ellipsePoints, kindOf, radius } from './curvatureShapes.ts'
import { levelLines, modelsInPixels, pixelsPer } from './modelLevels.ts'

interface CurvaturePicture {
  readonly view: View
  readonly models: LocalModels
  readonly show: Show
  /** Labels that stay where they are. */
  readonly taken: readonly Box[]
  readonly space: LabelSpace
}

type Root = Selection<SVGGElement, unknown, SVGGElement, unknown>

const ringSize = 14

/**
 * Paints the picture into a group, whatever stood there before.
 * @returns where its labels are, for others to keep away from
 */
export function paintCurvature(group: SVGGElement, picture: CurvaturePicture): Box[] {
  const { view, models, show } = picture
  const [x, y] = [view.x(models.at[0]), view.y(models.at[1])]
  const isSeen = isInside(picture.space.bounds, [x, y])
  const root = select(group)
    .selectAll<SVGGElement, unknown>('g.curvature')
    .data<unknown>([undefined])
    .join('g')
    .attr('class', 'curvature')
    .attr('transform', `translate(${x},${y})`)
  const per = pixelsPer(view)
  const { linear, quadratic } = modelsInPixels(models, per)
  const lines = (isShown: boolean, model: typeof linear) =>
    isSeen && isShown ? [levelLines(model, radius).map(pathOf).join('')] : []
  const ellipse = isSeen && show.ellipse ? ellipsePoints(models, per) : []
  paintCircle(root, isSeen && (show.linear || show.quadratic) ? [radius] : [])
  paintPaths(root, 'linear', lines(show.linear, linear))
  paintPaths(root, 'quadratic', lines(show.quadratic, quadratic))
  paintPaths(root, 'ellipse', ellipse.length ? [`${pathOf(ellipse)}Z`] : [])
  root.selectAll('path.ellipse').attr('data-kind', kindOf(models))
  const named = isSeen ? namedLines(models, show, per) : []
  paintLines(root, named)
  paintRing(root, named)
  return paintLabels(root, named, picture, [x, y])
}

function paintCircle(root: Root, radii: readonly number[]): void {
  root
    .selectAll('circle.horizon')
    .data(radii)
    .join('circle')
    .attr('class', 'horizon')
    .attr('r', (r) => r)
}

function paintPaths(root: Root, kind: string, paths: readonly string[]): void {
  root
    .selectAll(`path.${kind}`)
    .data(paths)
    .join('path')
    .attr('class', kind)
    .attr('d', (d) => d)
}

function paintLines(root: Root, named: readonly Named[]): void {
  root
    .selectAll('path.named')
    .data(named)
    .join('path')
    .attr('class', (d) => `named ${d.kind}`)
    .attr('data-down', (d) => d.isDown ?? null)
    .attr('d', linePath)
}

/** Where the quadratic model is lowest. */
function paintRing(root: Root, named: readonly Named[]): void {
  root
    .selectAll('circle.newton')
    .data(named.filter(({ kind }) => kind === 'newton'))
    .join('circle')
    .attr('class', 'newton')
    .attr('r', ringSize / 2)
    .attr('cx', (d) => d.to[0])
    .attr('cy', (d) => d.to[1])
}

function paintLabels(
  root: Root,
  named: readonly Named[],
  { taken, space }: CurvaturePicture,
  at: Pair,
): Box[] {
  const still = [...taken, ...named.flatMap(shaftOf(at))]
  const boxes = placeLabels(named.map(requestOf(at)), space, still)
  const placed = named.flatMap((one, i) => (boxes[i] ? [{ ...one, box: boxes[i] }] : []))
  root
    .selectAll('text')
    .data(placed)
    .join('text')
    .attr('class', (d) => d.kind)
    .attr('x', (d) => d.box.x - at[0])
    .attr('y', (d) => baselineOf(d.box) - at[1])
    .text((d) => d.text)
  return placed.map(({ box }) => box)
}
