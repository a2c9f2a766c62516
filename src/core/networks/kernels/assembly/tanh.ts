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

/**
 * With r what is left of x after n halvings of e^2x: tanh r = p/q. That half of ln 2 is rounded does no harm, for the more
 * is taken off the less does tanh x depend on it.
 */
@inline function tanhByQuotient(x: v128): v128 {
  const one = all<f64>(at.one)
  const rounder = all<f64>(at.rounder)
  const near = f64x2.pmin(f64x2.pmax(x, all<f64>(at.lowestOfTanh)), all<f64>(at.mostOfTanh))
  const n = f64x2.add(f64x2.mul(near, all<f64>(at.perHalvingOfSquare)), rounder)
  const s = power<f64>(n)
  const r = f64x2.sub(near, f64x2.mul(f64x2.sub(n, rounder), all<f64>(at.halfOfLogarithm)))
  const z = f64x2.mul(r, r)
  const p = f64x2.mul(then<f64>(f64x2.add(z, all<f64>(at.a)), z, at.b), r)
  const q = then<f64>(then<f64>(all<f64>(at.c), z, at.d), z, at.b)
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
  k = all<f64>(at.halfOfLogarithm)
  xa = f64x2.sub(xa, f64x2.mul(na, k)); xb = f64x2.sub(xb, f64x2.mul(nb, k))
  xc = f64x2.sub(xc, f64x2.mul(nc, k)); xd = f64x2.sub(xd, f64x2.mul(nd, k))
  na = f64x2.mul(xa, xa); nb = f64x2.mul(xb, xb); nc = f64x2.mul(xc, xc); nd = f64x2.mul(xd, xd)
  k = all<f64>(at.a)
  let pa = f64x2.add(na, k), pb = f64x2.add(nb, k), pc = f64x2.add(nc, k), pd = f64x2.add(nd, k)
  pa = f64x2.mul(pa, na); pb = f64x2.mul(pb, nb); pc = f64x2.mul(pc, nc); pd = f64x2.mul(pd, nd)
  k = all<f64>(at.c)
  let qa = f64x2.mul(na, k), qb = f64x2.mul(nb, k), qc = f64x2.mul(nc, k), qd = f64x2.mul(nd, k)
  k = all<f64>(at.d)
  qa = f64x2.mul(f64x2.add(qa, k), na); qb = f64x2.mul(f64x2.add(qb, k), nb)
  qc = f64x2.mul(f64x2.add(qc, k), nc); qd = f64x2.mul(f64x2.add(qd, k), nd)
  k = all<f64>(at.b)
  pa = f64x2.mul(f64x2.add(pa, k), xa); pb = f64x2.mul(f64x2.add(pb, k), xb)
  pc = f64x2.mul(f64x2.add(pc, k), xc); pd = f64x2.mul(f64x2.add(pd, k), xd)
  qa = f64x2.add(qa, k); qb = f64x2.add(qb, k); qc = f64x2.add(qc, k); qd = f64x2.add(qd, k)
  k = all<f64>(at.one)
  v128.store(y, quotient(f64x2.sub(sa, k), f64x2.add(sa, k), pa, qa))
  v128.store(y, quotient(f64x2.sub(sb, k), f64x2.add(sb, k), pb, qb), 16)
  v128.store(y, quotient(f64x2.sub(sc, k), f64x2.add(sc, k), pc, qc), 32)
  v128.store(y, quotient(f64x2.sub(sd, k), f64x2.add(sd, k), pd, qd), 48)
}
