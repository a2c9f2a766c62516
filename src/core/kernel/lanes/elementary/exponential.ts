// e^x, ln x and what is made of them. In double precision they do what the language's own do, in the same order; source of
// other coefficients for single precision: Cephes 2.8 (expf, logf).
import * as doubles from '../../../elementary.ts'
import { type Code, magic, type Scribe } from './scribe.ts'

const bias = { single: 127 << 23, double: 1023n << 52n }

/** 2^n, where n is in the last bits of what was rounded by the magic number. */
const power = ({ addBits, left, bits }: Scribe, rounded: Code): Code =>
  addBits(left(rounded, [23, 52]), bits(bias.single, bias.double))

export function exp(s: Scribe, a: Code): Code {
  const { keep, number, add, sub, mul, atMost, atLeast, multiplyAdd, either } = s
  // Beyond these it is 0 or ∞ in any case.
  const [low, high] = either<readonly [number, number]>([-110, 100], doubles.ends)
  const x = keep(atLeast(atMost(a, number(high)), number(low)))
  const shift = number(magic(s))
  const n = keep(sub(multiplyAdd(x, number(Math.LOG2E), shift), shift))
  // Where 2^n is too large or too small for a number by itself, its two halves are not.
  const half = keep(multiplyAdd(n, number(0.5), shift))
  const rest = add(sub(n, sub(half, shift)), shift)
  const value = add(number(1), either(restSingle, restDouble)(s, x, n))
  return mul(mul(value, power(s, half)), power(s, rest))
}

/** e^(x − n ln 2) − 1. */
function restSingle(s: Scribe, x: Code, n: Code): Code {
  const { keep, number, mul, multiplyAdd, multiplySubtract, polynomial } = s
  const most = multiplySubtract(n, number(0.693359375), x)
  const r = keep(multiplySubtract(n, number(-2.1219444e-4), most))
  const p = polynomial(
    r,
    [
      1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1,
      5.0000001201e-1,
    ],
  )
  return multiplyAdd(p, mul(r, r), r)
}

function restDouble(s: Scribe, x: Code, n: Code): Code {
  const { keep, number, sub, mul, div } = s
  const up = keep(sub(x, mul(n, number(doubles.ln2[0]))))
  const down = keep(mul(n, number(doubles.ln2[1])))
  const r = keep(sub(up, down))
  const c = keep(sub(r, bend(s, r)))
  return sub(up, sub(down, div(mul(r, c), sub(number(2), c))))
}

/** By what c is less than r, where e^r = 1 + 2r/(2 − c). */
function bend({ keep, number, add, mul }: Scribe, r: Code): Code {
  const [e1, e2, e3, e4, e5] = doubles.expTerms.map(number) as [Code, Code, Code, Code, Code]
  const t = keep(mul(r, r))
  const inner = add(mul(add(mul(e1, t), e2), mul(t, t)), add(mul(e3, t), e4))
  return mul(t, add(mul(inner, t), e5))
}

/** Below it a number has fewer bits. */
const leastNormal = [2 ** -126, doubles.leastNormal] as const
const scaling = [23, doubles.scaling] as const
const rootHalf = [0x3f3504f3, BigInt(doubles.rootHalf) << 32n] as const

export function ln(s: Scribe, a: Code): Code {
  const { keep, number, sub, mul, lt, eq, choose, either, bits, subBits, addBits } = s
  const { left, right, lanes } = s
  const x = keep(a)
  const isSmall = keep(lt(x, number(leastNormal[lanes.kind])))
  const many = scaling[lanes.kind]
  const scaled = keep(choose(isSmall, mul(x, number(2 ** many)), x))
  const e = keep(right(subBits(scaled, bits(...rootHalf)), [23, 52]))
  const f = keep(sub(subBits(scaled, left(e, [23, 52])), number(1)))
  const shift = number(magic(s))
  const whole = sub(addBits(e, shift), shift)
  const n = keep(sub(whole, s.and(isSmall, number(many))))
  const value = either(lnSingle, lnDouble)(s, f, n)
  const infinity = number(Number.POSITIVE_INFINITY)
  const positive = choose(eq(x, infinity), infinity, value)
  const known = choose(eq(x, number(0)), s.neg(infinity), positive)
  return choose(s.ge(x, number(0)), known, number(Number.NaN))
}

function lnSingle({ keep, number, add, mul, polynomial }: Scribe, f: Code, n: Code): Code {
  const z = keep(mul(f, f))
  const p = polynomial(
    f,
    [
      7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1,
      -1.6668057665e-1, 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
    ],
  )
  const y = add(mul(mul(p, f), z), mul(n, number(-2.1219444e-4)))
  return add(add(f, add(y, mul(z, number(-0.5)))), mul(n, number(0.693359375)))
}

function lnDouble(
  { keep, number, add, sub, mul, div, polynomial }: Scribe,
  f: Code,
  n: Code,
): Code {
  const t = keep(div(f, add(number(2), f)))
  const z = keep(mul(t, t))
  const w = keep(mul(z, z))
  const even = mul(w, polynomial(w, doubles.logTerms.even))
  const odd = mul(z, polynomial(w, doubles.logTerms.odd))
  const half = keep(mul(number(0.5), mul(f, f)))
  const low = add(mul(t, add(half, add(even, odd))), mul(n, number(doubles.ln2[1])))
  return sub(mul(n, number(doubles.ln2[0])), sub(sub(half, low), f))
}

const signBit = ({ bits }: Scribe) => bits(0x80000000, 0x8000000000000000n)
export const tanh = (s: Scribe, a: Code): Code => s.either(tanhSingle, tanhDouble)(s, s.keep(a))

/** From here on it is 1 in all bits but the last. */
const almostOne = 7.9
/** Of x·P(x²)/Q(x²): least largest relative error, found by Lawson's weights. */
const over = [2.4105716e-11, -1.4906476e-8, 9.939274e-6, 2.9921073e-3, 0.1298492, 1]
const below = [2.380882e-4, 2.4053136e-2, 0.46318236, 1]

function tanhSingle(
  { keep, number, mul, div, atMost, atLeast, polynomial }: Scribe,
  a: Code,
): Code {
  const x = keep(atLeast(atMost(a, number(almostOne)), number(-almostOne)))
  const z = keep(mul(x, x))
  return div(mul(x, polynomial(z, over)), polynomial(z, below))
}

function tanhDouble(s: Scribe, x: Code): Code {
  const { keep, number, add, sub, mul, div, atMost, abs } = s
  const [one, point5, two, shift] = [1, 0.5, 2, magic(s)].map(number) as [Code, Code, Code, Code]
  const size = keep(atMost(abs(x), number(doubles.tanhEnd)))
  const turns = keep(add(mul(size, number(2 * Math.LOG2E)), shift))
  const n = keep(sub(turns, shift))
  const up = keep(sub(add(size, size), mul(n, number(doubles.ln2[0]))))
  const down = keep(mul(n, number(doubles.ln2[1])))
  const r = keep(sub(up, down))
  const p = keep(power(s, turns))
  const most = keep(div(sub(p, one), add(p, one)))
  const square = keep(mul(most, most))
  const half = keep(mul(point5, r))
  const head = keep(add(most, half))
  const less = keep(mul(square, half))
  const ofMost = sub(sub(sub(p, one), mul(most, p)), most)
  const ofHalf = mul(sub(point5, mul(point5, square)), sub(sub(up, r), down))
  const lost = add(mul(ofMost, sub(point5, mul(point5, most))), ofHalf)
  const bent = keep(add(bend(s, r), mul(most, r)))
  const rest = add(sub(add(sub(most, head), half), less), lost)
  const value = add(head, sub(rest, mul(sub(half, less), div(bent, add(two, bent)))))
  return s.or(value, s.and(x, signBit(s)))
}

/** 1 + e^−x. */
const under = (s: Scribe, x: Code): Code => s.add(s.number(1), exp(s, s.neg(x)))

export const sigmoid = (s: Scribe, a: Code): Code => s.div(s.number(1), under(s, a))

export const silu = (s: Scribe, a: Code): Code => s.div(a, under(s, a))

export const log10 = (s: Scribe, a: Code): Code => s.mul(ln(s, a), s.number(Math.LOG10E))

/** ln(1 + e^x). Source: Kahan's way to ln(1 + u). */
export function softplus(s: Scribe, a: Code): Code {
  const { keep, number, add, sub, mul, div, eq, gt, choose } = s
  const x = keep(a)
  const u = keep(exp(s, x))
  const w = keep(add(u, number(1)))
  const far = mul(ln(s, w), div(u, sub(w, number(1))))
  return choose(gt(x, number(20)), x, choose(eq(w, number(1)), u, far))
}

export function cosh(s: Scribe, a: Code): Code {
  // Half of e^x may be a number where e^x is none.
  const half = s.keep(exp(s, s.mul(s.abs(a), s.number(0.5))))
  const most = s.keep(s.mul(s.mul(half, s.number(0.5)), half))
  return s.add(most, s.div(s.number(0.25), most))
}
