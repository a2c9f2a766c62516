// Repeated runs from above: their paths, faint, their mean path, and how far they spread at a step.
import { select } from 'd3'
import { bendsOf } from '../../core/loss/curvature.ts'
import type { Cloud } from '../../core/studies/cloud.ts'
import type { Pen } from '../paths/trail.ts'
import type { View } from '../view.ts'

const faint = 0.3

/** Paints the paths of all repeats. */
export function paintCloud(pen: Pen, { paths }: Cloud, view: View, color: string): void {
  pen.setLineDash([])
  pen.lineWidth = 0.75
  pen.strokeStyle = color
  pen.globalAlpha = faint
  for (const path of paths) {
    pen.beginPath()
    for (let k = 0; 2 * k < path.length; k++) {
      const [x, y] = [view.x(path[2 * k] as number), view.y(path[2 * k + 1] as number)]
      if (k === 0) pen.moveTo(x, y)
      else pen.lineTo(x, y)
    }
    pen.stroke()
  }
  pen.globalAlpha = 1
}

/** Paints the mean path up to a step, and the ellipse of one standard deviation there. */
export function paintMean(group: SVGGElement, cloud: Cloud, view: View, playhead: number): void {
  const k = Math.min(Math.floor(playhead), cloud.n)
  const at = (i: number): [number, number] => [
    view.x(cloud.mean[2 * i] as number),
    view.y(cloud.mean[2 * i + 1] as number),
  ]
  const line = Array.from({ length: cloud.n + 1 }, (_, i) => at(i).join()).join('L')
  const [x, y] = at(k)
  const [long, short] = bendsOf(cloud.spread.subarray(4 * k, 4 * k + 4))
  const perUnit = Math.abs(view.x(1) - view.x(0))
  const half = (variance: number) => Math.sqrt(Math.max(0, variance)) * perUnit
  // The axis of y points up, that of pixels down.
  const angle = (-Math.atan2(long.direction[1], long.direction[0]) * 180) / Math.PI
  const root = select(group)
  root
    .selectAll('path.mean')
    .data([line])
    .join('path')
    .attr('class', 'mean')
    .attr('d', (d) => `M${d}`)
  root
    .selectAll('ellipse')
    .data([null])
    .join('ellipse')
    .attr('class', 'spread')
    .attr('rx', half(long.value))
    .attr('ry', half(short.value))
    .attr('transform', `translate(${x},${y}) rotate(${angle})`)
  root
    .selectAll('circle')
    .data([null])
    .join('circle')
    .attr('class', 'mean')
    .attr('cx', x)
    .attr('cy', y)
}
