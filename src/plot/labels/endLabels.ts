// The names of racers at the ends of their paths: near the end where there is room, else further out with a leader line.

import type { PlotPath } from '../paths/plotPath.ts'
import type { View } from '../view.ts'
import { type Box, boxBeside, drawingArea, isInside, movedInside } from './box.ts'
import { covered } from './placeLabels.ts'
import { sizeOf, type TextSize } from './textSize.ts'

/** A path with its name. */
export interface Named {
  readonly path: Pick<PlotPath, 'x' | 'y'>
  readonly text: string
  /** The racer; nothing for what only stands beside one. */
  readonly run?: number
}

export interface EndLabel {
  readonly run: number | undefined
  readonly text: string
  /** The end of the path. */
  readonly x: number
  readonly y: number
  readonly box: Box
  /** The label is too far away to be read without a line. */
  readonly isFar: boolean
}

const gaps = [12, 30, 48, 68, 90, 114, 140, 170]
const directions = [
  [1, 0],
  [1, -1],
  [0, -1],
  [-1, -1],
  [-1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
] as const

/**
 * Places the names one after the other.
 * @param taken what must stay free
 */
export function endLabels(paths: readonly Named[], view: View, taken: readonly Box[]): EndLabel[] {
  const boxes = [...taken]
  return paths.flatMap(({ path, text, run }) => {
    const end = lastInView(path, view)
    if (!end) return []
    const { box, gap } = freest(end, sizeOf(text, view.text), drawingArea(view), boxes)
    boxes.push(box)
    return [{ run, text, ...end, box, isFar: gap > (gaps[0] as number) }]
  })
}

/** The last point of a path that can be seen. */
function lastInView({ x, y }: Named['path'], view: View): { x: number; y: number } | undefined {
  const area = drawingArea(view)
  for (let k = y.length - 1; k >= 0; k--) {
    const at = { x: view.x(x[k] as number), y: view.y(y[k] as number) }
    if (isInside(area, [at.x, at.y])) return at
  }
  return undefined
}

function freest(
  end: { x: number; y: number },
  size: TextSize,
  area: Box,
  taken: readonly Box[],
): { box: Box; gap: number } {
  let best: { box: Box; gap: number; cost: number } | undefined
  for (const gap of gaps) {
    for (const direction of directions) {
      const box = movedInside(boxBeside(end, size, direction, gap), area)
      const cost = covered(box, taken)
      if (!best || cost < best.cost) best = { box, gap, cost }
      if (cost === 0) return best
    }
  }
  return best as { box: Box; gap: number }
}
