// plot/plane/: layers over a plane of two variables.
//
// The heights of a loss as filled areas with their level lines, seen from above.
import type { Area, Landscape } from '../../core/landscape/landscape.ts'
import type { Pen } from '../paths/trail.ts'
import type { View } from '../view.ts'
import { cssOf, type Rgb } from './ramp.ts'

export interface GroundLook {
  /** One more than there are levels, from the lowest. */
  readonly colors: readonly Rgb[]
  readonly line: string
  /** In pixels. */
  readonly lineWidth: number
}

/** How strong a level line is. */
const lineAlpha = 0.22

/** Paints the heights; where the loss is undefined, nothing. */
export function paintGround(
  pen: Pen,
  { areas, defined }: Landscape,
  view: View,
  { colors, line, lineWidth }: GroundLook,
): void {
  pen.setLineDash([])
  pen.globalAlpha = 1
  pen.lineWidth = lineWidth
  pen.strokeStyle = line
  for (const [i, area] of [defined, ...areas].entries()) {
    if (area.ends.length === 0) continue
    tracePath(pen, area, view)
    pen.fillStyle = cssOf(colors[i] as Rgb)
    pen.fill()
    if (i === 0) continue
    pen.globalAlpha = lineAlpha
    pen.stroke()
    pen.globalAlpha = 1
  }
}

/** All rings of an area as one path. */
function tracePath(pen: Pen, { points, ends }: Area, { x, y }: View): void {
  pen.beginPath()
  let from = 0
  for (const end of ends) {
    pen.moveTo(x(points[from] as number), y(points[from + 1] as number))
    for (let i = from + 2; i < end; i += 2)
      pen.lineTo(x(points[i] as number), y(points[i + 1] as number))
    from = end
  }
}
