// Products of small matrices in double precision: they have room in the caches as they lie.
import { fromBefore, fromRow, fromZero, height, tile, width } from './tiles'

/** What is summed at once. */
const depthOfPart = 64

const packed = memory.data(depthOfPart * 32, 16)

/** C = row + A·Bᵀ, all row by row: four rows of B at a time become columns. */
export function timesTurned(
  c: usize,
  a: usize,
  b: usize,
  rows: i32,
  columns: i32,
  inner: i32,
  row: usize,
): void {
  const apart = inner << 3
  for (let j = 0; j < columns; j += width<f64>())
    for (let k = 0; k < inner; k += depthOfPart) {
      const depth = min(depthOfPart, inner - k)
      turn(b + j * apart + (k << 3), apart, columns - j, depth)
      strip(
        c + (j << 3), columns << 3, a + (k << 3), apart, 8, packed, 32,
        rows, columns - j, depth, k ? fromBefore : fromRow, row + (j << 3),
      )
    }
}

/**
 * C = A·B, where C and B lie row by row.
 * @param aRow bytes from row to row of A, and from column to column
 */
export function times(
  c: usize,
  a: usize,
  aRow: i32,
  aColumn: i32,
  b: usize,
  rows: i32,
  columns: i32,
  inner: i32,
): void {
  const apart = columns << 3
  for (let k = 0; k < inner; k += depthOfPart) {
    const depth = min(depthOfPart, inner - k)
    for (let j = 0; j < columns; j += width<f64>())
      strip(
        c + (j << 3), apart, a + k * aColumn, aRow, aColumn, b + k * apart + (j << 3), apart,
        rows, columns - j, depth, k ? fromBefore : fromZero, 0,
      )
  }
}

/** Two columns at a time; of an odd number, what lies behind the last one is packed and not read. */
function turn(from: usize, apart: i32, count: i32, length: i32): void {
  let p1 = count > 1 ? from + apart : from
  let p2 = count > 2 ? from + 2 * apart : from
  let p3 = count > 3 ? from + 3 * apart : from
  let to = packed
  for (; length > 0; length -= 2, to += 64, from += 16, p1 += 16, p2 += 16, p3 += 16) {
    const r0 = v128.load(from)
    const r1 = v128.load(p1)
    const r2 = v128.load(p2)
    const r3 = v128.load(p3)
    v128.store(to, v128.shuffle<i64>(r0, r1, 0, 2))
    v128.store(to, v128.shuffle<i64>(r2, r3, 0, 2), 16)
    v128.store(to, v128.shuffle<i64>(r0, r1, 1, 3), 32)
    v128.store(to, v128.shuffle<i64>(r2, r3, 1, 3), 48)
  }
}

/** All tiles of so many columns. */
function strip(
  c: usize,
  cRow: i32,
  a: usize,
  aRow: i32,
  aColumn: i32,
  b: usize,
  bRow: i32,
  rows: i32,
  columns: i32,
  depth: i32,
  start: i32,
  row: usize,
): void {
  for (let r = 0; r < rows; r += height) {
    tile<f64>(false, a, aRow, aColumn, b, bRow, depth, c, cRow, rows - r, columns, start, row)
    a += height * aRow
    c += height * cRow
  }
}
