import type { View } from '../view.ts'

/** A rectangle in pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

type Pixel = readonly [number, number]

/** Where a plot draws. */
export const drawingArea = ({ margins, width, height }: View): Box => ({
  x: margins.left,
  y: margins.top,
  width: Math.max(1, width - margins.left - margins.right),
  height: Math.max(1, height - margins.top - margins.bottom),
})

/** Where labels may stand: not quite at its edge. */
export function labelArea(view: View): Box {
  const { x, y, width, height } = drawingArea(view)
  return {
    x: x + 4,
    y: y + 2,
    width: Math.max(1, width - 8),
    height: Math.max(1, height - 4),
  }
}

export const isInside = ({ x, y, width, height }: Box, [px, py]: Pixel): boolean =>
  px >= x && px <= x + width && py >= y && py <= y + height

/** A square around a point. */
export const boxAround = ([x, y]: Pixel, size: number): Box => ({
  x: x - size / 2,
  y: y - size / 2,
  width: size,
  height: size,
})

/** A box of a size beside a point, or on one of its corners: −1, 0 or 1 to the right and down. */
export function boxBeside(
  { x, y }: { readonly x: number; readonly y: number },
  { width, height }: { readonly width: number; readonly height: number },
  [across, down]: Pixel,
  gap: number,
): Box {
  return {
    x: x + across * gap + ((across - 1) / 2) * width,
    y: y + down * gap + ((down - 1) / 2) * height,
    width,
    height,
  }
}

/** Moved inside as far as needed; where it is too large, to the upper left. */
export function movedInside(box: Box, bounds: Box): Box {
  const clamp = (value: number, from: number, to: number) => Math.max(from, Math.min(to, value))
  return {
    ...box,
    x: clamp(box.x, bounds.x, bounds.x + bounds.width - box.width),
    y: clamp(box.y, bounds.y, bounds.y + bounds.height - box.height),
  }
}
