// What neurons are activated by, in the order of the page's own list, and how slopes pass them. A test holds each to its
// row of the language's table.
import { exp, expm1OfNegative, sigmoid, softplus } from './functions'
import { bell, normal, within } from './gaussian'
import { keepBehind, lanes, lastOf } from './lanes'
import * as at from './numbers'
import { all } from './numbers'
import { fourOfTanh, tanh } from './tanh'

@inline const relu = 1
@inline const leaky = 2
@inline const elu = 3
@inline const hyperbolic = 4
@inline const logistic = 5
@inline const soft = 6
@inline const silu = 7
@inline const gelu = 8

@inline function value<T>(kind: i32, a: v128): v128 {
  const zero = f64x2.splat(0)
  if (kind == relu) return v128.andnot(a, v128.lt<T>(a, zero))
  if (kind == leaky)
    return v128.bitselect(a, v128.mul<T>(a, all<T>(at.hundredth)), v128.gt<T>(a, zero))
  if (kind == elu) {
    const isBelow = v128.le<T>(a, zero)
    return v128.bitselect(expm1OfNegative<T>(v128.and(a, isBelow)), a, isBelow)
  }
  if (kind == hyperbolic) return tanh<T>(a)
  if (kind == logistic) return sigmoid<T>(a)
  if (kind == soft) return softplus<T>(a)
  if (kind == silu) return v128.div<T>(a, v128.add<T>(all<T>(at.one), exp<T>(v128.neg<T>(a))))
  return v128.mul<T>(a, normal<T>(a))
}

/** What of the slope s by y = value(a) is one by a. */
@inline function slope<T>(kind: i32, s: v128, a: v128, y: v128): v128 {
  const zero = f64x2.splat(0)
  const one = all<T>(at.one)
  if (kind == relu) return v128.andnot(s, v128.le<T>(y, zero))
  if (kind == leaky)
    return v128.bitselect(s, v128.mul<T>(s, all<T>(at.hundredth)), v128.gt<T>(a, zero))
  if (kind == elu) {
    const isBelow = v128.le<T>(a, zero)
    return v128.bitselect(v128.mul<T>(s, exp<T>(v128.and(a, isBelow))), s, isBelow)
  }
  if (kind == hyperbolic) return v128.mul<T>(s, v128.sub<T>(one, v128.mul<T>(y, y)))
  if (kind == logistic) return v128.mul<T>(v128.mul<T>(s, v128.sub<T>(one, y)), y)
  if (kind == soft)
    return v128.bitselect(s, v128.mul<T>(s, sigmoid<T>(a)), v128.gt<T>(a, all<T>(at.twenty)))
  if (kind == silu) {
    const part = sigmoid<T>(a)
    const left = v128.mul<T>(a, v128.sub<T>(one, part))
    return v128.mul<T>(s, v128.mul<T>(part, v128.add<T>(one, left)))
  }
  // y = a·Φ(a), whose first factor may be 0.
  const share = v128.bitselect(all<T>(at.half), v128.div<T>(y, a), v128.eq<T>(a, zero))
  const height = v128.mul<T>(bell<T>(within<T>(a), zero), all<T>(at.peak))
  return v128.mul<T>(s, v128.add<T>(share, v128.mul<T>(a, height)))
}

/** Whole vectors: beyond the last number there may be something else. */
@inline function values<T>(kind: i32, z: usize, y: usize, count: i32): void {
  // Four at a time hide how long a quotient takes; the others would make the module too large.
  if (sizeof<T>() == 8 && kind == hyperbolic)
    for (; count >= 8; count -= 8, z += 64, y += 64) fourOfTanh(z, y)
  for (; count > 0; count -= lanes<T>(), z += 16, y += 16)
    v128.store(y, value<T>(kind, v128.load(z)))
}

@inline function slopes<T>(kind: i32, z: usize, y: usize, delta: usize, count: i32): void {
  if (sizeof<T>() == 8 && kind == hyperbolic)
    for (; count >= 8; count -= 8, z += 64, y += 64, delta += 64) {
      const a = slope<T>(kind, v128.load(delta), v128.load(z), v128.load(y))
      const b = slope<T>(kind, v128.load(delta, 16), v128.load(z, 16), v128.load(y, 16))
      const c = slope<T>(kind, v128.load(delta, 32), v128.load(z, 32), v128.load(y, 32))
      const d = slope<T>(kind, v128.load(delta, 48), v128.load(z, 48), v128.load(y, 48))
      v128.store(delta, a)
      v128.store(delta, b, 16)
      v128.store(delta, c, 32)
      v128.store(delta, d, 48)
    }
  for (; count > 0; count -= lanes<T>(), z += 16, y += 16, delta += 16)
    v128.store(delta, slope<T>(kind, v128.load(delta), v128.load(z), v128.load(y)))
}

/** y = activation(z); nothing is done where there is none. */
export function activate<T>(kind: i32, z: usize, y: usize, count: i32): void {
  const end = lastOf<T>(y, count)
  const kept = v128.load(end)
  if (kind == relu) values<T>(relu, z, y, count)
  else if (kind == leaky) values<T>(leaky, z, y, count)
  else if (kind == elu) values<T>(elu, z, y, count)
  else if (kind == hyperbolic) values<T>(hyperbolic, z, y, count)
  else if (kind == logistic) values<T>(logistic, z, y, count)
  else if (kind == soft) values<T>(soft, z, y, count)
  else if (kind == silu) values<T>(silu, z, y, count)
  else if (kind == gelu) values<T>(gelu, z, y, count)
  keepBehind<T>(end, kept, count)
}

/** δ by y becomes δ by z. */
export function derive<T>(kind: i32, z: usize, y: usize, delta: usize, count: i32): void {
  const end = lastOf<T>(delta, count)
  const kept = v128.load(end)
  if (kind == relu) slopes<T>(relu, z, y, delta, count)
  else if (kind == leaky) slopes<T>(leaky, z, y, delta, count)
  else if (kind == elu) slopes<T>(elu, z, y, delta, count)
  else if (kind == hyperbolic) slopes<T>(hyperbolic, z, y, delta, count)
  else if (kind == logistic) slopes<T>(logistic, z, y, delta, count)
  else if (kind == soft) slopes<T>(soft, z, y, delta, count)
  else if (kind == silu) slopes<T>(silu, z, y, delta, count)
  else if (kind == gelu) slopes<T>(gelu, z, y, delta, count)
  keepBehind<T>(end, kept, count)
}
