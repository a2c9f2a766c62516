import { drawingArea, isInside } from '../labels/box.ts'
import type { View } from '../view.ts'
import type { PlotPath } from './plotPath.ts'
import { pixelsAt } from './trail.ts'

/** Whether the end of a path is out of sight. */
export const isLeaving = (path: PlotPath, view: View): boolean =>
  !isInside(drawingArea(view), pixelsAt(path, view, path.y.length - 1))
