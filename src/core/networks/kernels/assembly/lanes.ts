// A vector's lanes: four in single precision, two in double. What is written once for a type T is compiled for both.

/** The numbers of a vector. */
@inline export function lanes<T>(): i32 {
  return 16 / <i32>sizeof<T>()
}

/** a·b + c; rounded once where the module was compiled for that, which no engine does alike. */
@inline export function madd<T>(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return relaxed_madd<T>(a, b, c)
  return v128.add<T>(v128.mul<T>(a, b), c)
}

@inline function relaxed_madd<T>(a: v128, b: v128, c: v128): v128 {
  return sizeof<T>() == 4 ? f32x4.relaxed_madd(a, b, c) : f64x2.relaxed_madd(a, b, c)
}

/** Writes the first numbers of a vector: all of them, or as many as there are left. */
@inline export function storeSome<T>(to: usize, v: v128, count: i32): void {
  if (count >= lanes<T>()) v128.store(to, v)
  else if (count > 0) {
    if (sizeof<T>() == 8) v128.store64_lane(to, v, 0)
    else {
      v128.store32_lane(to, v, 0)
      if (count > 1) v128.store32_lane(to, v, 1, 4)
      if (count > 2) v128.store32_lane(to, v, 2, 8)
    }
  }
}

/** Where the last vector of so many numbers lies, or what is behind them if they fill theirs. */
@inline export function lastOf<T>(first: usize, count: i32): usize {
  return first + (count & -lanes<T>()) * <i32>sizeof<T>()
}

/** Writes again what lay behind the last of so many numbers in their last vector. */
@inline export function keepBehind<T>(last: usize, v: v128, count: i32): void {
  const own = count & (lanes<T>() - 1)
  if (own == 0) return
  if (sizeof<T>() == 8) v128.store64_lane(last, v, 1, 8)
  else {
    if (own < 2) v128.store32_lane(last, v, 1, 4)
    if (own < 3) v128.store32_lane(last, v, 2, 8)
    v128.store32_lane(last, v, 3, 12)
  }
}
