import type { PlotPath } from '../paths/plotPath.ts'
import type { Pen } from '../paths/trail.ts'
import type { View } from '../view.ts'
import { clipped } from './clipped.ts'
import type { PlotPicture } from './file.ts'
import { svgPen } from './svgPen.ts'
import { paintTrails } from './trails.ts'

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

/** A plot with paths on it: the back, what is on canvas painted once more, and what stands in front. */
export function layered(plot: Layered): PlotPicture | undefined {
  const { frame, view, ground, paths, corrected, playhead } = plot
  const [back, ...front] = frame.querySelectorAll<SVGSVGElement>(':scope > svg')
  if (!back) return undefined
  const below = svgPen()
  ground?.(below)
  const trails = svgPen()
  paintTrails(trails, frame, { paths, corrected }, view, playhead)
  const layers = [clipped(below.text(), view), back, clipped(trails.text(), view), ...front]
  return { width: view.width, height: view.height, layers }
}
