// sin, cos and tan of what is not too far from 0. In double precision they do what the language's own do, in the same order;
// coefficients for single precision: Cephes 2.8 (sinf, cosf).
import * as doubles from '../../../elementary.ts'
import { type Code, magic, type Scribe } from './scribe.ts'

/** Beyond this the quarter turns are too many for the parts that they are made of. */
export const farthest = [512, doubles.farthest] as const

/** A quarter turn, in parts of so few bits that some hundreds of them are exact. */
const quarter = [1.5703125, 4.837512969970703e-4, 7.549533620476723e-8, 2.563344151594519e-12]
const sineTerms = [-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1]
const cosineTerms = [2.443315711809948e-5, -0.001388731625493765, 0.04166664568298827]

/** What is left of a quarter turn to both sides, its sine and its cosine; how many there were is in the last bits. */
interface Turned {
  readonly turns: Code
  readonly sine: Code
  readonly cosine: Code
}

function reduced(s: Scribe, a: Code): Turned {
  const { keep, number, sub, multiplyAdd, either } = s
  const shift = number(magic(s))
  const turns = keep(multiplyAdd(a, number(2 / Math.PI), shift))
  const n = keep(sub(turns, shift))
  return { turns, ...either(inSingle, inDouble)(s, a, n) }
}

function inSingle(s: Scribe, a: Code, n: Code) {
  const { keep, number, mul, multiplyAdd, multiplySubtract, polynomial } = s
  const r = keep(quarter.reduce<Code>((rest, part) => multiplySubtract(n, number(part), rest), a))
  const z = keep(mul(r, r))
  const most = multiplySubtract(number(0.5), z, number(1))
  return {
    sine: multiplyAdd(mul(r, z), polynomial(z, sineTerms), r),
    cosine: multiplyAdd(mul(z, z), polynomial(z, cosineTerms), most),
  }
}

function inDouble(s: Scribe, a: Code, n: Code) {
  const { keep, number, add, sub, mul } = s
  const [q1, q2, q3] = doubles.quarter.map((part) => keep(mul(n, number(part)))) as [
    Code,
    Code,
    Code,
  ]
  const first = keep(sub(a, q1))
  const second = keep(sub(first, q2))
  const r = keep(sub(second, q3))
  const lost = keep(add(sub(sub(second, r), q3), sub(sub(first, second), q2)))
  const z = keep(mul(r, r))
  const w = keep(mul(z, z))
  const half = keep(mul(number(0.5), z))
  const most = keep(sub(number(1), half))
  const sine = mul(mul(z, r), sextic(s, [z, w], doubles.sineTerms))
  const cosine = sub(mul(w, sextic(s, [z, w], doubles.cosineTerms)), mul(r, lost))
  return {
    sine: sub(r, add(sine, sub(mul(half, lost), lost))),
    cosine: add(most, add(sub(sub(number(1), most), half), cosine)),
  }
}

/** A polynomial of z, and of w = z². */
function sextic({ number, add, mul }: Scribe, [z, w]: readonly [Code, Code], c: readonly number[]) {
  const pair = (i: number) => add(mul(number(c[i] as number), z), number(c[i + 1] as number))
  return add(mul(pair(0), mul(w, w)), add(mul(pair(2), w), pair(4)))
}

/** Whether a number of quarter turns is odd; and the sign after two of them. */
const isOdd = (s: Scribe, turns: Code): Code => s.right(s.left(turns, [31, 63]), [31, 63])
const signBit = ({ bits }: Scribe): Code => bits(0x80000000, 0x8000000000000000n)
const signAfter = (s: Scribe, turns: Code): Code => s.and(s.left(turns, [30, 62]), signBit(s))

/** The sine after some more quarter turns. */
function turned(s: Scribe, a: Code, more: number): Code {
  const { turns, sine, cosine } = reduced(s, a)
  const all = more === 0 ? turns : s.keep(s.add(turns, s.number(more)))
  return s.xor(s.choose(isOdd(s, all), cosine, sine), signAfter(s, all))
}

export const sin = (s: Scribe, a: Code): Code => turned(s, a, 0)
export const cos = (s: Scribe, a: Code): Code => turned(s, a, 1)

export function tan(s: Scribe, a: Code): Code {
  const { turns, sine, cosine } = reduced(s, a)
  const [up, down] = [s.keep(sine), s.keep(cosine)]
  const odd = s.keep(isOdd(s, turns))
  const sign = s.and(odd, signBit(s))
  return s.xor(s.div(s.choose(odd, down, up), s.choose(odd, up, down)), sign)
}
