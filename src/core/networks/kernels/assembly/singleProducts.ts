// Products of large matrices in single precision: parts that have room in the caches are packed and multiplied tile by
// tile (Goto & van de Geijn 2008).
import { packStraight, packTurned } from './packing'
import { fromBefore, fromRow, fromZero, height, tile, width } from './tiles'

/** What is summed at once, and the columns and rows of a part. */
const depthOfPart = 256
const columnsOfPart = 256
const rowsOfPart = 64

const packedA = memory.data(rowsOfPart * depthOfPart * 4, 16)
const packedB = memory.data(columnsOfPart * depthOfPart * 4, 16)

/**
 * C = start + A·B: C lies row by row, A and B either row by row or turned, column by column.
 * @param apart numbers from row to row, or from column to column
 * @param row added to each row of C; none where it is 0
 */
export function multiply(
  c: usize,
  a: usize,
  aApart: i32,
  aIsTurned: bool,
  b: usize,
  bApart: i32,
  bIsTurned: bool,
  rows: i32,
  columns: i32,
  inner: i32,
  row: usize,
): void {
  const begin = row ? fromRow : fromZero
  for (let j = 0; j < columns; j += columnsOfPart) {
    const wide = min(columnsOfPart, columns - j)
    for (let k = 0; k < inner; k += depthOfPart) {
      const depth = min(depthOfPart, inner - k)
      packB(b, bApart, bIsTurned, j, wide, k, depth)
      for (let i = 0; i < rows; i += rowsOfPart) {
        const high = min(rowsOfPart, rows - i)
        packA(a, aApart, aIsTurned, i, high, k, depth)
        const to = c + ((i * columns + j) << 2)
        const from = row + (j << 2)
        part(to, columns, high, wide, depth, k ? fromBefore : begin, from)
      }
    }
  }
}

function packA(a: usize, apart: i32, isTurned: bool, i: i32, high: i32, k: i32, depth: i32): void {
  const row = apart << 2
  let to = packedA
  for (let r = 0; r < high; r += height, to += (depth * height) << 2)
    if (isTurned) packStraight(to, a + k * row + ((i + r) << 2), row, depth, 4 * height)
    else packTurned(to, a + (i + r) * row + (k << 2), row, high - r, depth, 4 * height)
}

function packB(b: usize, apart: i32, isTurned: bool, j: i32, wide: i32, k: i32, depth: i32): void {
  const row = apart << 2
  const size = 4 * width<f32>()
  let to = packedB
  for (let s = 0; s < wide; s += width<f32>(), to += depth * size)
    if (!isTurned) packStraight(to, b + k * row + ((j + s) << 2), row, depth, size)
    else {
      const from = b + (j + s) * row + (k << 2)
      packTurned(to, from, row, wide - s, depth, size)
      if (wide - s > 4) packTurned(to + 16, from + 4 * row, row, wide - s - 4, depth, size)
    }
}

function part(
  c: usize,
  columns: i32,
  high: i32,
  wide: i32,
  depth: i32,
  start: i32,
  row: usize,
): void {
  const cRow = columns << 2
  let b = packedB
  for (let s = 0; s < wide; s += width<f32>()) {
    let a = packedA
    let to = c + (s << 2)
    for (let r = 0; r < high; r += height) {
      const from = row + (s << 2)
      tile<f32>(true, a, 4, 16, b, 32, depth, to, cRow, high - r, wide - s, start, from)
      a += (depth * height) << 2
      to += height * cRow
    }
    b += depth << 5
  }
}
