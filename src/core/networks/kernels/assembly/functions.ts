// Functions of whole vectors, the same to the bit in every engine: relative errors of some units in the last place. NaN
// stays NaN, and what is infinite is answered as Math does it; below the least normal number lies 0.
import * as at from './numbers'
import { all, then } from './numbers'

/** How many times e^x is halved until only a rest is left, with what a rounder says. */
@inline function halvings<T>(x: v128, rounder: i32): v128 {
  return v128.add<T>(v128.mul<T>(x, all<T>(at.perHalving)), all<T>(rounder))
}

/** What is left of x. */
@inline function rest<T>(x: v128, n: v128, rounder: i32): v128 {
  const whole = v128.sub<T>(n, all<T>(rounder))
  const less = v128.sub<T>(x, v128.mul<T>(whole, all<T>(at.coarse)))
  return v128.sub<T>(less, v128.mul<T>(whole, all<T>(at.fine)))
}

/** The power of 2 whose exponent stands in the last bits. */
@inline export function power<T>(n: v128): v128 {
  return sizeof<T>() == 4 ? i32x4.shl(n, 23) : i64x2.shl(n, 52)
}

/** e^r − 1 for |r| ≤ ln 2/2: even and odd powers beside each other. */
@inline function nearOne<T>(r: v128): v128 {
  const z = v128.mul<T>(r, r)
  let odd = all<T>(at.exponential)
  let even = all<T>(at.exponential + 1)
  odd = then<T>(odd, z, at.exponential + 2)
  even = then<T>(even, z, at.exponential + 3)
  odd = then<T>(odd, z, at.exponential + 4)
  even = then<T>(even, z, at.exponential + 5)
  if (sizeof<T>() == 8) {
    odd = then<T>(odd, z, at.exponential + 6)
    even = then<T>(even, z, at.exponential + 7)
    odd = then<T>(odd, z, at.exponential + 8)
    even = then<T>(even, z, at.exponential + 9)
  }
  return v128.add<T>(r, v128.mul<T>(z, v128.add<T>(even, v128.mul<T>(r, odd))))
}

@inline export function exp<T>(x: v128): v128 {
  const least = v128.pmin<T>(x, all<T>(at.most))
  const n = halvings<T>(least, at.halfRounder)
  const near = v128.add<T>(all<T>(at.one), nearOne<T>(rest<T>(least, n, at.halfRounder)))
  // Half of it, then twice that: the largest powers of 2 have no room for what is between them.
  const half = v128.mul<T>(near, power<T>(n))
  return v128.andnot(v128.add<T>(half, half), v128.lt<T>(x, all<T>(at.least)))
}

/** e^x − 1 for x ≤ 0. */
@inline export function expm1OfNegative<T>(x: v128): v128 {
  const most = v128.pmax<T>(x, all<T>(at.lowest))
  const n = halvings<T>(most, at.rounder)
  const scale = power<T>(n)
  const near = nearOne<T>(rest<T>(most, n, at.rounder))
  return v128.add<T>(v128.mul<T>(scale, near), v128.sub<T>(scale, all<T>(at.one)))
}

@inline export function sigmoid<T>(x: v128): v128 {
  const one = all<T>(at.one)
  return v128.div<T>(one, v128.add<T>(one, exp<T>(v128.neg<T>(x))))
}

/** ln(1 + e) for 0 ≤ e ≤ 1. Source: fdlibm, log */
@inline function log1p<T>(e: v128): v128 {
  // Beyond √2 − 1, ln 2 is taken off.
  const isBig = v128.gt<T>(e, all<T>(at.beyond))
  const above = v128.sub<T>(e, v128.and(isBig, all<T>(at.one)))
  const below = v128.add<T>(e, v128.bitselect(all<T>(at.three), all<T>(at.two), isBig))
  const s = v128.div<T>(above, below)
  const z = v128.mul<T>(s, s)
  let q = all<T>(at.logarithm)
  q = then<T>(q, z, at.logarithm + 1)
  q = then<T>(q, z, at.logarithm + 2)
  q = then<T>(q, z, at.logarithm + 3)
  if (sizeof<T>() == 8) {
    q = then<T>(q, z, at.logarithm + 4)
    q = then<T>(q, z, at.logarithm + 5)
    q = then<T>(q, z, at.logarithm + 6)
  }
  const near = v128.add<T>(v128.add<T>(s, s), v128.mul<T>(s, v128.mul<T>(z, q)))
  return v128.add<T>(v128.and(isBig, all<T>(at.logarithmOfTwo)), near)
}

/** As in PyTorch, what is above 20 is its own. */
@inline export function softplus<T>(x: v128): v128 {
  const falling = log1p<T>(exp<T>(v128.neg<T>(v128.abs<T>(x))))
  const sum = v128.add<T>(v128.pmax<T>(x, f64x2.splat(0)), falling)
  return v128.bitselect(x, sum, v128.gt<T>(x, all<T>(at.twenty)))
}

/** e^x of a single number. */
export function expOf(x: f64): f64 {
  return f64x2.extract_lane(exp<f64>(f64x2.splat(x)), 0)
}

@inline const bitsOfOne: i64 = 0x3ff0000000000000

/** ln x of a single number, at least 1; what is not finite stays so. */
export function lnOf(x: f64): f64 {
  if (!(x < Infinity)) return x
  const bits = reinterpret<i64>(x)
  const halvings = (bits - bitsOfOne) >> 52
  // From 1 to 2.
  const near = reinterpret<f64>(bits - (halvings << 52))
  const part = f64x2.extract_lane(log1p<f64>(f64x2.splat(near - 1)), 0)
  return <f64>halvings * f64x2.extract_lane(all<f64>(at.logarithmOfTwo), 0) + part
}
