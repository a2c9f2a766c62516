import type { Box } from './box.ts'
// Where lines are drawn, on a coarse grid: so that labels can keep away from them.

export interface Ink {
  readonly columns: number
  readonly rows: number
  readonly cells: Uint8Array
}

/** Side of a cell in pixels. */
const cell = 5
type Point = readonly [number, number]

/** The cells that lines pass through, on a picture of a size in pixels. Points that are not finite break a line. */
export function inkOf(
  lines: readonly (readonly Point[])[],
  size: { readonly width: number; readonly height: number },
): Ink {
  const columns = Math.ceil(size.width / cell)
  const rows = Math.ceil(size.height / cell)
  const cells = new Uint8Array(columns * rows)
  for (const points of lines)
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1] as Point, points[i] as Point]
      const [from, to] = within(a, b, size)
      const count = Math.ceil((Math.hypot(b[0] - a[0], b[1] - a[1]) * (to - from)) / (cell / 2))
      for (let j = 0; j <= count; j++) {
        const part = from + ((to - from) * j) / Math.max(1, count)
        const column = Math.floor((a[0] + part * (b[0] - a[0])) / cell)
        const row = Math.floor((a[1] + part * (b[1] - a[1])) / cell)
        if (column >= 0 && column < columns && row >= 0 && row < rows)
          cells[row * columns + column] = 1
      }
    }
  return { columns, rows, cells }
}

/** The part of a line, between 0 and 1, that is inside the picture. */
function within(a: Point, b: Point, { width, height }: { width: number; height: number }): Point {
  let [from, to] = [0, 1]
  for (const [axis, most] of [
    [0, width],
    [1, height],
  ] as const) {
    const step = b[axis] - a[axis]
    if (step === 0) continue
    const ends = [-a[axis] / step, (most - a[axis]) / step]
    from = Math.max(from, Math.min(...ends))
    to = Math.min(to, Math.max(...ends))
  }
  return to > from ? [from, to] : [0, 0]
}

/** The lines under a box, in square pixels of their cells. */
export function inkUnder({ columns, rows, cells }: Ink, { x, y, width, height }: Box): number {
  const [left, right] = [Math.max(0, Math.floor(x / cell)), Math.floor((x + width) / cell)]
  const [top, bottom] = [Math.max(0, Math.floor(y / cell)), Math.floor((y + height) / cell)]
  let sum = 0
  for (let row = top; row <= Math.min(rows - 1, bottom); row++)
    for (let column = left; column <= Math.min(columns - 1, right); column++)
      sum += cells[row * columns + column] as number
  return sum * cell * cell
}
