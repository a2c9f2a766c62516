// Functions of whole vectors, the same to the bit in every engine: relative errors of some units in the last place. NaN
// stays NaN, and what is infinite is answered as Math does it; below the least normal number lies 0.
import { all, then } from './lanes'

@inline const root = 1.4142135623730951
/** Added and taken off again, it rounds to whole numbers, which then stand in the last bits of the sum. */
@inline function rounder<T>(): v128 {
  return all<T>(sizeof<T>() == 4 ? 12582912 : 6755399441055744)
}

/** 2ⁿ⁺ˢʰⁱᶠᵗ, where n stands in the last bits. */
@inline function power<T>(n: v128, shift: i32 = 0): v128 {
  return sizeof<T>() == 4
    ? i32x4.shl(i32x4.add(n, i32x4.splat(127 + shift)), 23)
    : i64x2.shl(i64x2.add(n, i64x2.splat(1023 + shift)), 52)
}

/** How many halvings of e^x leave a rest. */
@inline function halvings<T>(x: v128): v128 {
  return v128.add<T>(v128.mul<T>(x, all<T>(1.4426950408889634)), rounder<T>())
}

/** What is left of x without n·ln 2, which is taken off in two parts, the first of few digits (Cody & Waite 1980). */
@inline function rest<T>(x: v128, n: v128): v128 {
  const whole = v128.sub<T>(n, rounder<T>())
  const coarse = all<T>(sizeof<T>() == 4 ? 0.693359375 : 6.93147180369123816490e-1)
  const fine = all<T>(sizeof<T>() == 4 ? -2.12194440e-4 : 1.90821492927058770002e-10)
  return v128.sub<T>(v128.sub<T>(x, v128.mul<T>(whole, coarse)), v128.mul<T>(whole, fine))
}

/** e^r − 1 for |r| ≤ ln 2/2. Sources: Cephes, expf; Taylor */
@inline function nearOne<T>(r: v128): v128 {
  let q: v128
  if (sizeof<T>() == 4) {
    q = then<T>(all<T>(1.9875691500e-4), r, 1.3981999507e-3)
    q = then<T>(q, r, 8.3334519073e-3)
    q = then<T>(q, r, 4.1665795894e-2)
    q = then<T>(q, r, 1.6666665459e-1)
    q = then<T>(q, r, 5.0000001201e-1)
  } else {
    q = then<T>(all<T>(1.0 / 6227020800.0), r, 1.0 / 479001600.0)
    q = then<T>(q, r, 1.0 / 39916800.0)
    q = then<T>(q, r, 1.0 / 3628800.0)
    q = then<T>(q, r, 1.0 / 362880.0)
    q = then<T>(q, r, 1.0 / 40320.0)
    q = then<T>(q, r, 1.0 / 5040.0)
    q = then<T>(q, r, 1.0 / 720.0)
    q = then<T>(q, r, 1.0 / 120.0)
    q = then<T>(q, r, 1.0 / 24.0)
    q = then<T>(q, r, 1.0 / 6.0)
    q = then<T>(q, r, 0.5)
  }
  return v128.add<T>(r, v128.mul<T>(v128.mul<T>(r, r), q))
}

@inline export function exp<T>(x: v128): v128 {
  const most = v128.min<T>(x, all<T>(sizeof<T>() == 4 ? 89 : 710))
  const n = halvings<T>(most)
  const one = all<T>(1)
  // Half of it, then twice that: the largest powers of 2 have no room for what is between them.
  const half = v128.mul<T>(v128.add<T>(one, nearOne<T>(rest<T>(most, n))), power<T>(n, -1))
  const isTiny = v128.lt<T>(x, all<T>(sizeof<T>() == 4 ? -86 : -707))
  return v128.andnot(v128.add<T>(half, half), isTiny)
}

/** e^x − 1 for x ≤ 0. */
@inline export function expm1OfNegative<T>(x: v128): v128 {
  const least = v128.max<T>(x, all<T>(-40))
  const n = halvings<T>(least)
  const scale = power<T>(n)
  const near = nearOne<T>(rest<T>(least, n))
  return v128.add<T>(v128.mul<T>(scale, near), v128.sub<T>(scale, all<T>(1)))
}

@inline export function tanh<T>(x: v128): v128 {
  const falling = expm1OfNegative<T>(v128.mul<T>(v128.abs<T>(x), all<T>(-2)))
  const size = v128.abs<T>(v128.div<T>(falling, v128.add<T>(falling, all<T>(2))))
  return v128.or(size, v128.and(x, v128.neg<T>(all<T>(0))))
}

@inline export function sigmoid<T>(x: v128): v128 {
  const one = all<T>(1)
  return v128.div<T>(one, v128.add<T>(one, exp<T>(v128.neg<T>(x))))
}

/** ln(1 + e) for 0 ≤ e ≤ 1. Source: fdlibm, log */
@inline function log1p<T>(e: v128): v128 {
  // Beyond √2 − 1, ln 2 is taken off.
  const isBig = v128.gt<T>(e, all<T>(root - 1))
  const above = v128.sub<T>(e, v128.and(isBig, all<T>(1)))
  const below = v128.add<T>(e, v128.bitselect(all<T>(3), all<T>(2), isBig))
  const s = v128.div<T>(above, below)
  const z = v128.mul<T>(s, s)
  let q: v128
  if (sizeof<T>() == 4) {
    q = then<T>(all<T>(2.0 / 9.0), z, 2.0 / 7.0)
    q = then<T>(q, z, 0.4)
    q = then<T>(q, z, 2.0 / 3.0)
  } else {
    q = then<T>(all<T>(1.479819860511658591e-1), z, 1.531383769920937332e-1)
    q = then<T>(q, z, 1.818357216161805012e-1)
    q = then<T>(q, z, 2.222219843214978396e-1)
    q = then<T>(q, z, 2.857142874366239149e-1)
    q = then<T>(q, z, 3.999999999940941908e-1)
    q = then<T>(q, z, 6.666666666666735130e-1)
  }
  const near = v128.add<T>(v128.add<T>(s, s), v128.mul<T>(s, v128.mul<T>(z, q)))
  return v128.add<T>(v128.and(isBig, all<T>(0.6931471805599453)), near)
}

/** As in PyTorch, what is above 20 is its own. */
@inline export function softplus<T>(x: v128): v128 {
  const falling = log1p<T>(exp<T>(v128.neg<T>(v128.abs<T>(x))))
  const sum = v128.add<T>(v128.max<T>(x, all<T>(0)), falling)
  return v128.bitselect(x, sum, v128.gt<T>(x, all<T>(20)))
}

/** x without its last digits, so that its square has no more than there is room for. */
@inline function shortened<T>(x: v128): v128 {
  return v128.and(
    x,
    sizeof<T>() == 4 ? i32x4.splat(0xfffff000) : i64x2.splat(0xffffffff00000000),
  )
}

/** e^(−x²/2 + more) */
@inline export function bell<T>(x: v128, more: v128): v128 {
  const half = all<T>(-0.5)
  const short = shortened<T>(x)
  const left = v128.mul<T>(v128.sub<T>(x, short), v128.add<T>(x, short))
  const main = exp<T>(v128.mul<T>(half, v128.mul<T>(short, short)))
  return v128.mul<T>(main, exp<T>(v128.add<T>(v128.mul<T>(half, left), more)))
}

/**
 * (1 + erf(x/√2))/2, of small relative error below 0, too. With z = |x|/√2 and t = 1/(1 + z/2),
 * erfc(z) = t·e^(−z² + p(t)), as in Press et al. 2007, 6.2.2; p was fitted anew by Chebyshev polynomials.
 */
@inline export function normal<T>(x: v128): v128 {
  const size = v128.min<T>(v128.abs<T>(x), all<T>(sizeof<T>() == 4 ? 15 : 39))
  const one = all<T>(1)
  const t = v128.div<T>(one, v128.add<T>(one, v128.mul<T>(size, all<T>(0.25 * root))))
  const erfc = v128.mul<T>(t, bell<T>(size, logarithm<T>(t)))
  const below = v128.mul<T>(all<T>(0.5), erfc)
  return v128.bitselect(below, v128.sub<T>(one, below), v128.lt<T>(x, all<T>(0)))
}

/** ln(erfc(z)/t) + z² */
@inline function logarithm<T>(t: v128): v128 {
  let p: v128
  if (sizeof<T>() == 4) {
    const s = then<T>(t, all<T>(2.3703703703703702), -1.3703703703703702)
    p = then<T>(all<T>(-0.000024660458566157), s, 0.000063865103567422)
    p = then<T>(p, s, 0.00013377094647191)
    p = then<T>(p, s, -0.00059536164813554)
    p = then<T>(p, s, -0.00024431587257532)
    p = then<T>(p, s, 0.0039643530337853)
    p = then<T>(p, s, -0.0013435988385641)
    p = then<T>(p, s, -0.030528862544855)
    p = then<T>(p, s, 0.017273085201415)
    p = then<T>(p, s, 0.5770234043531597)
    return then<T>(p, s, -0.5657216758644303)
  }
  const s = then<T>(t, all<T>(15.0 / 7.0), -8.0 / 7.0)
  p = then<T>(all<T>(-2.3983917499304947e-09), s, 1.586957053760622e-09)
  p = then<T>(p, s, 2.3366495328826804e-08)
  p = then<T>(p, s, -3.333534451887787e-08)
  p = then<T>(p, s, -8.883964200251185e-08)
  p = then<T>(p, s, 2.641096785704991e-07)
  p = then<T>(p, s, 2.2786271981379172e-08)
  p = then<T>(p, s, -1.1457221153619558e-06)
  p = then<T>(p, s, 1.5590979232233459e-06)
  p = then<T>(p, s, 2.602749561266253e-06)
  p = then<T>(p, s, -9.949803923844633e-06)
  p = then<T>(p, s, 1.9920243897224823e-06)
  p = then<T>(p, s, 3.801810036694064e-05)
  p = then<T>(p, s, -5.12076730444396e-05)
  p = then<T>(p, s, -9.957682156697984e-05)
  p = then<T>(p, s, 0.0003082785251860324)
  p = then<T>(p, s, 0.00013326776507344097)
  p = then<T>(p, s, -0.0014316030934984718)
  p = then<T>(p, s, 0.00043779950013882294)
  p = then<T>(p, s, 0.0065929036788090105)
  p = then<T>(p, s, -0.005189062827106053)
  p = then<T>(p, s, -0.03994232441684597)
  p = then<T>(p, s, 0.03286485935745831)
  p = then<T>(p, s, 0.6330982682940182)
  return then<T>(p, s, -0.6267548660108485)
}
