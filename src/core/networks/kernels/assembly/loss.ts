// Losses of a batch and their slopes by what is answered, in the order of losses.ts, which says where they come from. Sums
// are taken in double precision, one term after the other.
import { expOf, lnOf } from './functions'

@inline const crossEntropy = 1

/**
 * @param delta where the slopes go, times a factor; nowhere if it is 0
 * @param width numbers of an answer
 */
export function loss<T>(
  kind: i32,
  output: usize,
  targets: usize,
  delta: usize,
  rows: i32,
  width: i32,
  factor: f64,
): f64 {
  if (kind == crossEntropy) return surprise<T>(output, targets, delta, rows, width, factor)
  return squares<T>(output, targets, delta, rows * width, factor)
}

function squares<T>(output: usize, targets: usize, delta: usize, count: i32, factor: f64): f64 {
  const size = sizeof<T>()
  let sum: f64 = 0
  for (; count > 0; count--, output += size, targets += size) {
    const error = <f64>load<T>(output) - <f64>load<T>(targets)
    sum += error * error
    if (!delta) continue
    store<T>(delta, <T>(2 * error * factor))
    delta += size
  }
  return sum
}

/** As in log_softmax, the largest is taken off first: so nothing overflows. */
function surprise<T>(
  output: usize,
  targets: usize,
  delta: usize,
  rows: i32,
  width: i32,
  factor: f64,
): f64 {
  const size = <i32>sizeof<T>()
  const apart = width * size
  let sum: f64 = 0
  for (; rows > 0; rows--, targets += size, output += apart) {
    let most = -Infinity
    for (let j = 0; j < apart; j += size) most = max<f64>(most, <f64>load<T>(output + j))
    let total: f64 = 0
    for (let j = 0; j < apart; j += size) {
      const power = expOf(<f64>load<T>(output + j) - most)
      total += power
      if (delta) store<T>(delta + j, <T>power)
    }
    const right = <i32>load<T>(targets) * size
    sum += lnOf(total) + most - <f64>load<T>(output + right)
    if (!delta) continue
    for (let j = 0; j < apart; j += size) {
      const share = <f64>load<T>(delta + j) / total
      store<T>(delta + j, <T>((share - (j == right ? 1 : 0)) * factor))
    }
    delta += apart
  }
  return sum
}
