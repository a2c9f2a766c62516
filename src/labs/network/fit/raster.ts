// A picture of few pixels, which is stretched over the plot: what changes sixty times a second is painted so.
import type { View } from '../../../plot/view.ts'

/** Pixels row by row from the top, each red, green, blue and alpha. */
export interface Raster {
  readonly columns: number
  readonly rows: number
  readonly pixels: Uint8ClampedArray<ArrayBuffer>
}

/** Whether a raster still has the size that is asked for. */
export const rasterOf = (columns: number, rows: number, before?: Raster): Raster =>
  before?.columns === columns && before.rows === rows
    ? before
    : { columns, rows, pixels: new Uint8ClampedArray(4 * columns * rows) }

/** A canvas that holds a raster, to be drawn larger. */
export function canvasOf(raster: Raster, canvas: HTMLCanvasElement): HTMLCanvasElement {
  const { columns, rows, pixels } = raster
  if (canvas.width !== columns) canvas.width = columns
  if (canvas.height !== rows) canvas.height = rows
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, columns, rows), 0, 0)
  return canvas
}

type Interval = readonly [number, number]

/** Where it is drawn: the middles of its outermost pixels lie on the ends of the window. One row fills the height. */
export function placeOf(
  { columns, rows }: Raster,
  { x, y, height, margins }: View,
  [across = [0, 1], up]: readonly Interval[],
): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
  const [left, right] = across.map((end) => x(end)) as [number, number]
  const pixelWidth = (right - left) / (columns - 1)
  const wide = { x: left - pixelWidth / 2, width: pixelWidth * columns }
  if (!up || rows === 1)
    return { ...wide, y: margins.top, height: height - margins.top - margins.bottom }
  const [bottom, top] = up.map((end) => y(end)) as [number, number]
  const pixelHeight = (bottom - top) / (rows - 1)
  return { ...wide, y: top - pixelHeight / 2, height: pixelHeight * rows }
}
