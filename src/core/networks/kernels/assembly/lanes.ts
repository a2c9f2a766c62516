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
