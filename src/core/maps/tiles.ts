// In which order the pixels of a map are computed: a coarse picture first, then what lies between.

/** Pixels that are computed one after the other. */
export interface Tile {
  /** How far the pixels of its pass lie apart: as large is the square that each stands for until finer ones come. */
  readonly stride: number
  /** row × size + column */
  readonly pixels: Uint32Array
}

/** Pixels along a side of the first pass, about. */
const coarse = 32
/** Pixels of a tile at most. */
const most = 256

/** All pixels of a square map, each once; each pass halves the stride of the one before. */
export function* tilesOf(size: number): Generator<Tile> {
  const first = 2 ** Math.max(0, Math.floor(Math.log2(size / coarse)))
  for (let stride = first; stride >= 1; stride /= 2) {
    const isNew = (column: number, row: number) =>
      stride === first || column % (2 * stride) !== 0 || row % (2 * stride) !== 0
    let pixels: number[] = []
    for (let row = 0; row < size; row += stride) {
      for (let column = 0; column < size; column += stride) {
        if (isNew(column, row)) pixels.push(row * size + column)
        if (pixels.length < most) continue
        yield { stride, pixels: Uint32Array.from(pixels) }
        pixels = []
      }
    }
    if (pixels.length) yield { stride, pixels: Uint32Array.from(pixels) }
  }
}
