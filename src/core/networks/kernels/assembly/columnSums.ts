// The sums of the columns of a matrix that lies row by row: the slopes by biases.
import { lanes, storeSome } from './lanes'

export function columnSums<T>(to: usize, a: usize, rows: i32, columns: i32): void {
  const apart = columns * <i32>sizeof<T>()
  // Four vectors of single precision are a line of the cache.
  for (; columns > 0; columns -= 4 * lanes<T>(), to += 64, a += 64) {
    let s0 = f64x2.splat(0)
    let s1 = s0
    let s2 = s0
    let s3 = s0
    let from = a
    for (let r = 0; r < rows; r++, from += apart) {
      s0 = v128.add<T>(s0, v128.load(from))
      s1 = v128.add<T>(s1, v128.load(from, 16))
      s2 = v128.add<T>(s2, v128.load(from, 32))
      s3 = v128.add<T>(s3, v128.load(from, 48))
    }
    storeSome<T>(to, s0, columns)
    storeSome<T>(to + 16, s1, columns - lanes<T>())
    storeSome<T>(to + 32, s2, columns - 2 * lanes<T>())
    storeSome<T>(to + 48, s3, columns - 3 * lanes<T>())
  }
}
