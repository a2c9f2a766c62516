// Parts of matrices, brought into the order in which tiles read them. Nothing is transposed otherwise.

/** @param wide bytes that are read side by side, of each of so many rows that lie apart */
export function packStraight(to: usize, from: usize, apart: i32, rows: i32, wide: i32): void {
  for (let k = 0; k < rows; k++, from += apart, to += wide)
    for (let i = 0; i < wide; i += 16) v128.store(to + i, v128.load(from + i))
}

/**
 * Rows that lie apart become columns, four at a time, of single precision.
 * @param count how many there are; beyond them the first one is taken once more
 */
export function packTurned(
  to: usize,
  from: usize,
  apart: i32,
  count: i32,
  length: i32,
  wide: i32,
): void {
  let p0 = from
  let p1 = count > 1 ? from + apart : from
  let p2 = count > 2 ? from + 2 * apart : from
  let p3 = count > 3 ? from + 3 * apart : from
  for (; length >= 4; length -= 4) {
    const r0 = v128.load(p0)
    const r1 = v128.load(p1)
    const r2 = v128.load(p2)
    const r3 = v128.load(p3)
    const low01 = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5)
    const low23 = v128.shuffle<i32>(r2, r3, 0, 4, 1, 5)
    const high01 = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7)
    const high23 = v128.shuffle<i32>(r2, r3, 2, 6, 3, 7)
    v128.store(to, v128.shuffle<i64>(low01, low23, 0, 2))
    v128.store(to + wide, v128.shuffle<i64>(low01, low23, 1, 3))
    v128.store(to + 2 * wide, v128.shuffle<i64>(high01, high23, 0, 2))
    v128.store(to + 3 * wide, v128.shuffle<i64>(high01, high23, 1, 3))
    to += 4 * wide
    p0 += 16
    p1 += 16
    p2 += 16
    p3 += 16
  }
  for (; length > 0; length--, to += wide, p0 += 4, p1 += 4, p2 += 4, p3 += 4) {
    store<f32>(to, load<f32>(p0))
    store<f32>(to, load<f32>(p1), 4)
    store<f32>(to, load<f32>(p2), 8)
    store<f32>(to, load<f32>(p3), 12)
  }
}
