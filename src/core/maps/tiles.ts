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

/**
 * All pixels of a square map, each once; each pass halves the stride of the one before.
 * @param most pixels of a tile
 */
export function* tilesOf(size: number, most = 256): Generator<Tile> {
  const first = 2 ** Math.max(0, Math.floor(Math.log2(size / coarse)))
  for (let stride = first; stride >= 1; stride /= 2) {
    let pixels = new Uint32Array(most)
    let count = 0
    for (let row = 0; row < size; row += stride) {
      const isNewRow = stride === first || row % (2 * stride) !== 0
      const [begin, step] = isNewRow ? [0, stride] : [stride, 2 * stride]
      for (let column = begin; column < size; column += step) {
        pixels[count++] = row * size + column
        if (count < most) continue
        yield { stride, pixels }
        pixels = new Uint32Array(most)
        count = 0
      }
    }
    if (count) yield { stride, pixels: pixels.slice(0, count) }
  }
}
