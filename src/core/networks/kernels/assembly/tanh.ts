// tanh: by e^2x − 1 in single precision, in double by a quotient that has one division.
import { expm1OfNegative, power } from './functions'
import * as at from './numbers'
import { all, then } from './numbers'

@inline export function tanh<T>(x: v128): v128 {
  if (sizeof<T>() == 8) return tanhByQuotient(x)
  const twice = v128.mul<T>(v128.abs<T>(x), all<T>(at.minusTwo))
  const falling = expm1OfNegative<T>(twice)
  const size = v128.abs<T>(v128.div<T>(falling, v128.add<T>(falling, all<T>(at.two))))
  return v128.or(size, v128.xor(x, v128.abs<T>(x)))
}

/** With r what is left of x, and z = r², e^2r = (Q(z) + rP(z))/(Q(z) − rP(z)). */
@inline function tanhByQuotient(x: v128): v128 {
  const one = all<f64>(at.one)
  const rounder = all<f64>(at.rounder)
  const near = f64x2.pmin(f64x2.pmax(x, all<f64>(at.lowestOfTanh)), all<f64>(at.mostOfTanh))
  const n = f64x2.add(f64x2.mul(near, all<f64>(at.perHalvingOfSquare)), rounder)
  const s = power<f64>(n)
  const whole = f64x2.sub(n, rounder)
  const less = f64x2.sub(near, f64x2.mul(whole, all<f64>(at.coarseOfSquare)))
  const r = f64x2.sub(less, f64x2.mul(whole, all<f64>(at.fineOfSquare)))
  const z = f64x2.mul(r, r)
  let p = then<f64>(all<f64>(at.numerator), z, at.numerator + 1)
  let q = then<f64>(all<f64>(at.denominator), z, at.denominator + 1)
  p = f64x2.mul(then<f64>(p, z, at.numerator + 2), r)
  q = then<f64>(then<f64>(q, z, at.denominator + 2), z, at.denominator + 3)
  return quotient(f64x2.sub(s, one), f64x2.add(s, one), p, q)
}

/**
 * (e^2x − 1)/(e^2x + 1) = (s(Q + p) − (Q − p))/(s(Q + p) + (Q − p)), with a power s of 2. Sorted by Q and p, nothing is
 * lost next to 0.
 * @param less s − 1
 * @param more s + 1
 */
@inline function quotient(less: v128, more: v128, p: v128, q: v128): v128 {
  return f64x2.div(
    f64x2.add(f64x2.mul(less, q), f64x2.mul(more, p)),
    f64x2.add(f64x2.mul(more, q), f64x2.mul(less, p)),
  )
}

/**
 * The same of four vectors, a to d, to the bit: each step waits for the one before it, so that four side by side take
 * little longer than one. Compilers leave them where they stand; no other way to write this is as fast.
 */
@inline export function fourOfTanh(x: usize, y: usize): void {
  let k = all<f64>(at.lowestOfTanh)
  let xa = f64x2.pmax(v128.load(x), k), xb = f64x2.pmax(v128.load(x, 16), k)
  let xc = f64x2.pmax(v128.load(x, 32), k), xd = f64x2.pmax(v128.load(x, 48), k)
  k = all<f64>(at.mostOfTanh)
  xa = f64x2.pmin(xa, k); xb = f64x2.pmin(xb, k); xc = f64x2.pmin(xc, k); xd = f64x2.pmin(xd, k)
  k = all<f64>(at.perHalvingOfSquare)
  let na = f64x2.mul(xa, k), nb = f64x2.mul(xb, k), nc = f64x2.mul(xc, k), nd = f64x2.mul(xd, k)
  k = all<f64>(at.rounder)
  na = f64x2.add(na, k); nb = f64x2.add(nb, k); nc = f64x2.add(nc, k); nd = f64x2.add(nd, k)
  const sa = power<f64>(na), sb = power<f64>(nb), sc = power<f64>(nc), sd = power<f64>(nd)
  na = f64x2.sub(na, k); nb = f64x2.sub(nb, k); nc = f64x2.sub(nc, k); nd = f64x2.sub(nd, k)
  k = all<f64>(at.coarseOfSquare)
  xa = f64x2.sub(xa, f64x2.mul(na, k)); xb = f64x2.sub(xb, f64x2.mul(nb, k))
  xc = f64x2.sub(xc, f64x2.mul(nc, k)); xd = f64x2.sub(xd, f64x2.mul(nd, k))
  k = all<f64>(at.fineOfSquare)
  xa = f64x2.sub(xa, f64x2.mul(na, k)); xb = f64x2.sub(xb, f64x2.mul(nb, k))
  xc = f64x2.sub(xc, f64x2.mul(nc, k)); xd = f64x2.sub(xd, f64x2.mul(nd, k))
  na = f64x2.mul(xa, xa); nb = f64x2.mul(xb, xb); nc = f64x2.mul(xc, xc); nd = f64x2.mul(xd, xd)
  k = all<f64>(at.numerator)
  let pa = f64x2.mul(na, k), pb = f64x2.mul(nb, k), pc = f64x2.mul(nc, k), pd = f64x2.mul(nd, k)
  k = all<f64>(at.numerator + 1)
  pa = f64x2.mul(f64x2.add(pa, k), na); pb = f64x2.mul(f64x2.add(pb, k), nb)
  pc = f64x2.mul(f64x2.add(pc, k), nc); pd = f64x2.mul(f64x2.add(pd, k), nd)
  k = all<f64>(at.numerator + 2)
  pa = f64x2.mul(f64x2.add(pa, k), xa); pb = f64x2.mul(f64x2.add(pb, k), xb)
  pc = f64x2.mul(f64x2.add(pc, k), xc); pd = f64x2.mul(f64x2.add(pd, k), xd)
  k = all<f64>(at.denominator)
  xa = f64x2.mul(na, k); xb = f64x2.mul(nb, k); xc = f64x2.mul(nc, k); xd = f64x2.mul(nd, k)
  k = all<f64>(at.denominator + 1)
  xa = f64x2.mul(f64x2.add(xa, k), na); xb = f64x2.mul(f64x2.add(xb, k), nb)
  xc = f64x2.mul(f64x2.add(xc, k), nc); xd = f64x2.mul(f64x2.add(xd, k), nd)
  k = all<f64>(at.denominator + 2)
  xa = f64x2.mul(f64x2.add(xa, k), na); xb = f64x2.mul(f64x2.add(xb, k), nb)
  xc = f64x2.mul(f64x2.add(xc, k), nc); xd = f64x2.mul(f64x2.add(xd, k), nd)
  k = all<f64>(at.denominator + 3)
  xa = f64x2.add(xa, k); xb = f64x2.add(xb, k); xc = f64x2.add(xc, k); xd = f64x2.add(xd, k)
  k = all<f64>(at.one)
  v128.store(y, quotient(f64x2.sub(sa, k), f64x2.add(sa, k), pa, xa))
  v128.store(y, quotient(f64x2.sub(sb, k), f64x2.add(sb, k), pb, xb), 16)
  v128.store(y, quotient(f64x2.sub(sc, k), f64x2.add(sc, k), pc, xc), 32)
  v128.store(y, quotient(f64x2.sub(sd, k), f64x2.add(sd, k), pd, xd), 48)
}
