// sin, cos, e^x, ln and tanh in nothing but arithmetic: so they have the same bits in every engine, and in modules that do
// the same in the same order. In JavaScript all but ln take less time than a call of Math's.
// Source of the coefficients: FreeBSD's msun (k_sin.c, k_cos.c, e_rem_pio2.c, e_exp.c, e_log.c).

/** Added to a number and taken away again it rounds that to a whole one. */
const shift = 1.5 * 2 ** 52

/** A quarter turn, in parts of so few bits that ten thousands of them are exact. */
export const quarter = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21] as const
/** Beyond this the quarter turns are too many: JavaScript is asked. */
export const farthest = 1e5

/** (r − sin r)/r³ and (1 − r²/2 − cos r)/−r⁴ as polynomials of r², the highest power first. */
export const sineTerms = [
  -1.58969099521155e-10, 2.5050760253406863e-8, -2.7557313707070068e-6, 0.0001984126982985795,
  -0.00833333333332249, 0.16666666666666632,
] as const
export const cosineTerms = [
  -1.1359647557788195e-11, 2.087572321298175e-9, -2.7557314351390663e-7, 2.480158728947673e-5,
  -0.001388888888887411, 0.0416666666666666,
] as const

/** Beyond these e^x is 0 or ∞ in any case. */
export const ends = [-760, 720] as const
/** ln 2 in two parts. */
export const ln2 = [0.6931471803691238, 1.9082149292705877e-10] as const
/** Of r², for e^r. */
export const expTerms = [
  4.1381367970572385e-8, -1.6533902205465252e-6, 6.613756321437934e-5, -0.0027777777777015593,
  0.16666666666666602,
] as const

/** Below it a number has fewer bits, unless it is multiplied by so many powers of 2. */
export const leastNormal = 2 ** -1022
export const scaling = 54
/** The upper half of √½: what is left of a number when powers of 2 are taken off is between that and twice as much. */
export const rootHalf = 0x3fe6a09e
/** Of t⁴, for what ln((1 + t)/(1 − t)) is more than 2t, by t: with another t² times them, and with t⁴. */
export const logTerms = {
  odd: [0.14798198605116586, 0.1818357216161805, 0.2857142874366239, 0.6666666666666735],
  even: [0.15313837699209373, 0.22222198432149784, 0.3999999999940942],
} as const

/** From here on tanh is 1 to the last bit. */
export const tanhEnd = 22

const [q1, q2, q3] = quarter
const [s1, s2, s3, s4, s5, s6] = sineTerms
const [c1, c2, c3, c4, c5, c6] = cosineTerms
const turnsPer = 2 / Math.PI
const [low, high] = ends
const [ln2High, ln2Low] = ln2
const [e1, e2, e3, e4, e5] = expTerms
const [o1, o2, o3, o4] = logTerms.odd
const [v1, v2, v3] = logTerms.even

/** Off from Math.sin by one unit in the last place at most. */
export const sin = (a: number): number => (Math.abs(a) > farthest ? Math.sin(a) : turned(a, 0))

/** Off from Math.cos by one unit in the last place at most. */
export const cos = (a: number): number => (Math.abs(a) > farthest ? Math.cos(a) : turned(a, 1))

/** The sine after some more quarter turns: of r, and of the little that r has lost. */
function turned(a: number, more: number): number {
  const n = whole(a * turnsPer)
  const first = a - n * q1
  const second = first - n * q2
  const r = second - n * q3
  const lost = second - r - n * q3 + (first - second - n * q2)
  const z = r * r
  const turns = (n | 0) + more
  const value = turns & 1 ? cosine(r, lost, z) : sine(r, lost, z)
  return turns & 2 ? -value : value
}

// Sums are taken in the order in which fewest of them wait for each other, and so that −0 stays.
function sine(r: number, lost: number, z: number): number {
  const w = z * z
  const p = (s1 * z + s2) * (w * w) + ((s3 * z + s4) * w + (s5 * z + s6))
  return r - (z * r * p + (0.5 * z * lost - lost))
}

function cosine(r: number, lost: number, z: number): number {
  const w = z * z
  const p = (c1 * z + c2) * (w * w) + ((c3 * z + c4) * w + (c5 * z + c6))
  const most = 1 - 0.5 * z
  return most + (1 - most - 0.5 * z + (w * p - r * lost))
}

const leastPower = -1021
/** 2^n for those that have all their bits. */
const powers = Float64Array.from({ length: 1024 - leastPower }, (_, i) => 2 ** (i + leastPower))

/** Off from Math.exp by one unit in the last place at most. */
export function exp(a: number): number {
  const x = a > high ? high : a < low ? low : a
  const n = whole(x * Math.LOG2E)
  const up = x - n * ln2High
  const down = n * ln2Low
  const r = up - down
  const c = r - bend(r)
  const value = 1 + (up - (down - (r * c) / (2 - c)))
  const half = whole(n * 0.5)
  return n < leastPower || n > 1023 ? value * 2 ** half * 2 ** (n - half) : value * power(n)
}

/** Off from Math.log by one unit in the last place at most. */
export function ln(a: number): number {
  if (!(a > 0)) return a === 0 ? Number.NEGATIVE_INFINITY : Number.NaN
  if (a === Number.POSITIVE_INFINITY) return a
  const isSmall = a < leastNormal
  number[0] = isSmall ? a * 2 ** scaling : a
  const upper = halves[1] as number
  const e = (upper - rootHalf) >> 20
  halves[1] = upper - (e << 20)
  const f = number[0] - 1
  const n = isSmall ? e - scaling : e
  const t = f / (2 + f)
  const z = t * t
  const w = z * z
  const more = w * ((v1 * w + v2) * w + v3) + z * (((o1 * w + o2) * w + o3) * w + o4)
  const half = 0.5 * (f * f)
  return n * ln2High - (half - (t * (half + more) + n * ln2Low) - f)
}

/**
 * Off from Math.tanh by three units in the last place at most, from the truth by one: the tanh of n/2·ln 2, and what r/2
 * adds to it, with what both have lost.
 */
export function tanh(a: number): number {
  if (a === 0) return a
  const size = Math.abs(a)
  const x = 2 * (size > tanhEnd ? tanhEnd : size)
  const n = whole(x * Math.LOG2E)
  const up = x - n * ln2High
  const down = n * ln2Low
  const r = up - down
  const p = power(n)
  const most = (p - 1) / (p + 1)
  const square = most * most
  const half = 0.5 * r
  const head = most + half
  const less = square * half
  const lost =
    (p - 1 - most * p - most) * (0.5 - 0.5 * most) + (0.5 - 0.5 * square) * (up - r - down)
  const bent = bend(r) + most * r
  const value = head + (most - head + half - less + lost - (half - less) * (bent / (2 + bent)))
  return a < 0 ? -value : value
}

/** Its halves are the lower one, then the upper: so every engine that runs WebAssembly has them in memory. */
const number = new Float64Array(1)
const halves = new Int32Array(number.buffer)

const whole = (x: number) => x + shift - shift
const power = (n: number) => powers[n - leastPower] as number

/** By what c is less than r, where e^r = 1 + 2r/(2 − c). */
function bend(r: number): number {
  const t = r * r
  return t * (((e1 * t + e2) * (t * t) + (e3 * t + e4)) * t + e5)
}
