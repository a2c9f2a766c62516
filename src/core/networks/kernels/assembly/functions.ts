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
@inline function power<T>(n: v128): v128 {
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

@inline export function tanh<T>(x: v128): v128 {
  const falling = expm1OfNegative<T>(v128.mul<T>(v128.abs<T>(x), all<T>(at.minusTwo)))
  const size = v128.abs<T>(v128.div<T>(falling, v128.add<T>(falling, all<T>(at.two))))
  return v128.or(size, v128.xor(x, v128.abs<T>(x)))
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

/** e^(−x²/2 + more): x in two parts (Veltkamp 1968), the square of the first of which is exact. */
@inline export function bell<T>(x: v128, more: v128): v128 {
  const half = all<T>(at.minusHalf)
  const scaled = v128.mul<T>(x, all<T>(at.splitter))
  const short = v128.sub<T>(scaled, v128.sub<T>(scaled, x))
  const left = v128.mul<T>(v128.sub<T>(x, short), v128.add<T>(x, short))
  const main = exp<T>(v128.mul<T>(half, v128.mul<T>(short, short)))
  return v128.mul<T>(main, exp<T>(v128.add<T>(v128.mul<T>(half, left), more)))
}

/** |x|, beyond which nothing is left of a Gaussian. */
@inline export function within<T>(x: v128): v128 {
  return v128.pmin<T>(v128.abs<T>(x), all<T>(at.farthest))
}

/**
 * (1 + erf(x/√2))/2, of small relative error below 0, too. With z = |x|/√2 and t = 1/(1 + z/2),
 * erfc(z) = t·e^(−z² + p(t)), as in Press et al. 2007, 6.2.2; p was fitted anew by Chebyshev polynomials.
 */
@inline export function normal<T>(x: v128): v128 {
  const size = within<T>(x)
  const one = all<T>(at.one)
  const t = v128.div<T>(one, v128.add<T>(one, v128.mul<T>(size, all<T>(at.quarterOfRoot))))
  const erfc = v128.mul<T>(t, bell<T>(size, gaussian<T>(t)))
  const below = v128.mul<T>(all<T>(at.half), erfc)
  return v128.bitselect(below, v128.sub<T>(one, below), v128.lt<T>(x, f64x2.splat(0)))
}

/** ln(erfc(z)/t) + z² */
@inline function gaussian<T>(t: v128): v128 {
  const s = then<T>(t, all<T>(at.stretch), at.shift)
  let p = all<T>(at.gaussian)
  p = then<T>(p, s, at.gaussian + 1)
  p = then<T>(p, s, at.gaussian + 2)
  p = then<T>(p, s, at.gaussian + 3)
  p = then<T>(p, s, at.gaussian + 4)
  p = then<T>(p, s, at.gaussian + 5)
  p = then<T>(p, s, at.gaussian + 6)
  p = then<T>(p, s, at.gaussian + 7)
  p = then<T>(p, s, at.gaussian + 8)
  p = then<T>(p, s, at.gaussian + 9)
  p = then<T>(p, s, at.gaussian + 10)
  if (sizeof<T>() == 8) {
    p = then<T>(p, s, at.gaussian + 11)
    p = then<T>(p, s, at.gaussian + 12)
    p = then<T>(p, s, at.gaussian + 13)
    p = then<T>(p, s, at.gaussian + 14)
    p = then<T>(p, s, at.gaussian + 15)
    p = then<T>(p, s, at.gaussian + 16)
    p = then<T>(p, s, at.gaussian + 17)
    p = then<T>(p, s, at.gaussian + 18)
    p = then<T>(p, s, at.gaussian + 19)
    p = then<T>(p, s, at.gaussian + 20)
    p = then<T>(p, s, at.gaussian + 21)
    p = then<T>(p, s, at.gaussian + 22)
    p = then<T>(p, s, at.gaussian + 23)
    p = then<T>(p, s, at.gaussian + 24)
  }
  return p
}
