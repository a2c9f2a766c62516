// Tiles of a product: four rows by two vectors, whose sums stay in registers until they are done. What lies beyond the edge
// of a matrix is computed from whatever is there, and not written.
import { lanes, madd, storeSome } from './lanes'

/** Where the sums of a tile begin: at 0, at a row that all have in common, or at what was written before. */
export const fromZero = 0
export const fromRow = 1
export const fromBefore = 2

/** Rows of a tile. */
export const height = 4

/** Columns of a tile. */
@inline export function width<T>(): i32 {
  return 2 * lanes<T>()
}

/**
 * C = start + A·B, where the columns of A and the rows of B lie so many bytes apart, and rows of A, too.
 * @param isPacked rows of A lie side by side, all that a tile has
 * @param rows of C that are written, at most as many as a tile has, and as many columns
 */
@inline export function tile<T>(
  isPacked: bool,
  a: usize,
  aRow: i32,
  aColumn: i32,
  b: usize,
  bRow: i32,
  depth: i32,
  c: usize,
  cRow: i32,
  rows: i32,
  columns: i32,
  start: i32,
  row: usize,
): void {
  // Beyond the edge the first row is read once more.
  const step = <usize>sizeof<T>()
  let a0 = a
  let a1 = rows < 2 ? a : a + aRow
  let a2 = rows < 3 ? a : a + 2 * aRow
  let a3 = rows < 4 ? a : a + 3 * aRow
  const c1 = c + cRow
  const c2 = c1 + cRow
  const c3 = c2 + cRow
  let s00 = f64x2.splat(0)
  let s01 = s00
  if (start == fromRow) {
    s00 = v128.load(row)
    s01 = v128.load(row, 16)
  }
  let s10 = s00
  let s11 = s01
  let s20 = s00
  let s21 = s01
  let s30 = s00
  let s31 = s01
  if (start == fromBefore) {
    s00 = v128.load(c)
    s01 = v128.load(c, 16)
    if (rows > 1) {
      s10 = v128.load(c1)
      s11 = v128.load(c1, 16)
    }
    if (rows > 2) {
      s20 = v128.load(c2)
      s21 = v128.load(c2, 16)
    }
    if (rows > 3) {
      s30 = v128.load(c3)
      s31 = v128.load(c3, 16)
    }
  }
  for (let k = 0; k < depth; k++) {
    const b0 = v128.load(b)
    const b1 = v128.load(b, 16)
    let x = v128.load_splat<T>(a0)
    s00 = madd<T>(x, b0, s00)
    s01 = madd<T>(x, b1, s01)
    x = isPacked ? v128.load_splat<T>(a0, 1 * step) : v128.load_splat<T>(a1)
    s10 = madd<T>(x, b0, s10)
    s11 = madd<T>(x, b1, s11)
    x = isPacked ? v128.load_splat<T>(a0, 2 * step) : v128.load_splat<T>(a2)
    s20 = madd<T>(x, b0, s20)
    s21 = madd<T>(x, b1, s21)
    x = isPacked ? v128.load_splat<T>(a0, 3 * step) : v128.load_splat<T>(a3)
    s30 = madd<T>(x, b0, s30)
    s31 = madd<T>(x, b1, s31)
    a0 += aColumn
    if (!isPacked) a1 += aColumn
    if (!isPacked) a2 += aColumn
    if (!isPacked) a3 += aColumn
    b += bRow
  }
  const left = columns - lanes<T>()
  storeSome<T>(c, s00, columns)
  storeSome<T>(c + 16, s01, left)
  if (rows == 1) return
  storeSome<T>(c1, s10, columns)
  storeSome<T>(c1 + 16, s11, left)
  if (rows == 2) return
  storeSome<T>(c2, s20, columns)
  storeSome<T>(c2 + 16, s21, left)
  if (rows == 3) return
  storeSome<T>(c3, s30, columns)
  storeSome<T>(c3 + 16, s31, left)
}
