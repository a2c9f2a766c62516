import type { PlotPath } from '../paths/plotPath.ts'
import type { Pen } from '../paths/trail.ts'
import type { View } from '../view.ts'
import { clipped } from './clipped.ts'
import type { PlotPicture } from './file.ts'
import { svgPen } from './svgPen.ts'
import { paintTrails } from './trails.ts'
import { written } from './written.ts'

interface Layered {
  /** Its own SVG elements are the back, and what stands in front. */
  readonly frame: Element
  readonly view: View
  /** What is on canvas below everything. */
  readonly ground: ((pen: Pen) => void) | undefined
  readonly paths: readonly PlotPath[]
  readonly corrected: ReadonlyMap<number, PlotPath>
  readonly playhead: number
}

/** A plot with paths on it: the back, what is on canvas painted once more, what stands in front, and what is kept beside it. */
export function layered(plot: Layered): PlotPicture | undefined {
  const { frame, view, ground, paths, corrected, playhead } = plot
  const [back, ...front] = frame.querySelectorAll<SVGSVGElement>(':scope > svg')
  if (!back) return undefined
  const below = svgPen()
  ground?.(below)
  const trails = svgPen()
  paintTrails(trails, frame, { paths, corrected }, view, playhead)
  const corner = frame.getBoundingClientRect()
  const beside = [...frame.querySelectorAll('[data-kept]')].flatMap((one) => written(one, corner))
  const painted = clipped(trails.text(), view)
  const layers = [clipped(below.text(), view), back, painted, ...front, ...beside]
  return { width: view.width, height: view.height, layers }
}
