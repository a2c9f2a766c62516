// The names of racers at the ends of their paths: near the end where there is room, else further out with a leader line.

import type { PlotPath } from '../paths/plotPath.ts'
import type { View } from '../view.ts'
import type { Box } from './box.ts'
import { covered } from './placeLabels.ts'

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

const characterWidth = 0.58
const lineHeight = 1.3
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
export function endLabels(
  paths: readonly Named[],
  view: View,
  fontSize: number,
  taken: readonly Box[],
): EndLabel[] {
  const boxes = [...taken]
  return paths.flatMap(({ path, text, run }) => {
    const end = lastInView(path, view)
    if (!end) return []
    const size = {
      width: text.length * characterWidth * fontSize,
      height: lineHeight * fontSize,
    }
    const { box, gap } = freest(end, size, view, boxes)
    boxes.push(box)
    return [{ run, text, ...end, box, isFar: gap > (gaps[0] as number) }]
  })
}

/** The last point of a path that can be seen. */
function lastInView({ x, y }: Named['path'], view: View): { x: number; y: number } | undefined {
  const { left, right, top, bottom } = view.margins
  for (let k = y.length - 1; k >= 0; k--) {
    const at = { x: view.x(x[k] as number), y: view.y(y[k] as number) }
    const isIn =
      at.x >= left && at.x <= view.width - right && at.y >= top && at.y <= view.height - bottom
    if (isIn) return at
  }
  return undefined
}

function freest(
  end: { x: number; y: number },
  size: { width: number; height: number },
  view: View,
  taken: readonly Box[],
): { box: Box; gap: number } {
  let best: { box: Box; gap: number; cost: number } | undefined
  for (const gap of gaps) {
    for (const [right, down] of directions) {
      const box = inside(boxAt(end, size, gap, right, down), view)
      const cost = covered(box, taken)
      if (!best || cost < best.cost) best = { box, gap, cost }
      if (cost === 0) return best
    }
  }
  return best as { box: Box; gap: number }
}

function boxAt(
  { x, y }: { x: number; y: number },
  { width, height }: { width: number; height: number },
  gap: number,
  right: number,
  down: number,
): Box {
  const left = right > 0 ? x + gap : right < 0 ? x - gap - width : x - width / 2
  const top = down > 0 ? y + gap : down < 0 ? y - gap - height : y - height / 2
  return { x: left, y: top, width, height }
}

function inside(box: Box, { margins, width, height }: View): Box {
  const clamp = (value: number, from: number, to: number) => Math.max(from, Math.min(to, value))
  return {
    ...box,
    x: clamp(box.x, margins.left, width - margins.right - box.width),
    y: clamp(box.y, margins.top, height - margins.bottom - box.height),
  }
}
