// Responses over the plane, as small pictures: one sheet of pixels holds those of all units, so that it changes once.
import type { Response } from './responses.ts'

/** A square among the pixels of a sheet: its first pixel, its side, and the width of the sheet. */
export interface Square {
  readonly offset: number
  readonly side: number
  readonly width: number
}

/**
 * Colours a square of pixels by a response over the plane.
 * @param pixels rows from the top down
 * @param size the value of the full colours
 */
export function fillPlane(
  pixels: Uint32Array,
  { offset, side, width }: Square,
  { values, from, stride }: Response,
  { columns, rows }: { readonly columns: number; readonly rows: number },
  size: number,
  colors: Uint32Array,
): void {
  const middle = (colors.length - 1) / 2
  const perUnit = middle / size
  const right = columns / side
  for (let j = 0; j < side; j++) {
    // The probe's rows go up.
    const row = Math.floor(((side - 1 - j + 0.5) * rows) / side) * columns
    for (let i = 0; i < side; i++) {
      const point = row + Math.floor((i + 0.5) * right)
      const shade = Math.round(middle + (values[from + point * stride] as number) * perUnit)
      // What is no number has no colour.
      pixels[offset + j * width + i] =
        shade <= 0 ? (colors[0] as number) : (colors[Math.min(shade, 2 * middle)] ?? 0)
    }
  }
}

/** The sheet of a painter. */
export interface Sheet {
  readonly canvas: HTMLCanvasElement
  readonly pixels: Uint32Array
  readonly show: () => void
}

/** A sheet for so many squares of pixels, one below the other. */
export function sheetOf(side: number, count: number): Sheet {
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side * count
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
  const image = context.createImageData(side, side * count)
  return {
    canvas,
    pixels: new Uint32Array(image.data.buffer),
    show: () => context.putImageData(image, 0, 0),
  }
}
