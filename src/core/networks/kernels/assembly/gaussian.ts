// The Gaussian and its integral, by which gelu is weighted.
import { exp } from './functions'
import * as at from './numbers'
import { all, then } from './numbers'

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
