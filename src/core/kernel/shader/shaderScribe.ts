// Writes down in WGSL what functions that take more than an instruction compute: the same that is written down for vectors,
// on one number. Source: WebGPU Shading Language, W3C
import { singles } from '../lanes/breadth.ts'
import type { Code, Scribe } from '../lanes/elementary/scribe.ts'

/** What a piece of text is: a number, its bits, or whether something holds. */
type Kind = 'float' | 'bits' | 'truth'
interface Written {
  readonly kind: Kind
  readonly text: string
}

/** A number as a shader reads it, where it is one. */
const literal = (value: number): string => {
  const single = Math.fround(value)
  if (Number.isFinite(single))
    return single < 0 || Object.is(single, -0) ? `(${single}f)` : `${single}f`
  // No shader may name what is not finite: it is made while the shader runs.
  const bits = new Uint32Array(Float32Array.of(single).buffer)[0] as number
  return `bitcast<f32>(${bits}u ^ plan.zero)`
}

/**
 * A scribe whose code is the number of a piece of text.
 *
 * Sums and differences are kept apart: a shader's compiler may reassociate, and (a + b) − b is how numbers are rounded here;
 * it does not know that what their bits are mixed with is 0.
 * @param argument the name of the number that is given
 */
export function shaderScribe(argument: string) {
  const all: Written[] = []
  const lines: string[] = []
  const written = (kind: Kind, text: string): Code => [all.push({ kind, text }) - 1]
  const of = ([which = 0]: Code) => all[which] as Written
  const float = (a: Code): string => {
    const { kind, text } = of(a)
    return kind === 'float' ? text : `bitcast<f32>(${bitsOf(a)})`
  }
  const bitsOf = (a: Code): string => {
    const { kind, text } = of(a)
    if (kind === 'bits') return text
    return kind === 'float' ? `bitcast<u32>(${text})` : `select(0u, 0xffffffffu, ${text})`
  }
  const truth = (a: Code): string => {
    const { kind, text } = of(a)
    return kind === 'truth' ? text : `(${bitsOf(a)} != 0u)`
  }
  const infix = (sign: string) => (a: Code, b: Code) =>
    written('float', `(${float(a)} ${sign} ${float(b)})`)
  const apart = (sign: string) => (a: Code, b: Code) =>
    written('float', `apart(${float(a)} ${sign} ${float(b)})`)
  const compared = (sign: string) => (a: Code, b: Code) =>
    written('truth', `(${float(a)} ${sign} ${float(b)})`)
  const onBits = (sign: string) => (a: Code, b: Code) =>
    written('bits', `(${bitsOf(a)} ${sign} ${bitsOf(b)})`)
  const called =
    (name: string) =>
    (...args: readonly Code[]) =>
      written('float', `${name}(${args.map(float).join(', ')})`)
  const [mul, add, sub] = [infix('*'), apart('+'), apart('-')]
  const number = (value: number) => written('float', literal(value))
  const choose = (where: Code, a: Code, b: Code) =>
    [a, b].some((code) => of(code).kind === 'float')
      ? written('float', `select(${float(b)}, ${float(a)}, ${truth(where)})`)
      : written('bits', `select(${bitsOf(b)}, ${bitsOf(a)}, ${truth(where)})`)
  const scribe: Scribe = {
    lanes: singles.lanes,
    body: [],
    used: () => lines.length,
    number,
    bits: (single) => written('bits', `${single}u`),
    abs: called('abs'),
    neg: (a: Code) => written('float', `(-${float(a)})`),
    ...{ add, sub, mul },
    div: infix('/'),
    multiplyAdd: (a, b, c) => add(mul(a, b), c),
    multiplySubtract: (a, b, c) => sub(c, mul(a, b)),
    atMost: called('least'),
    atLeast: called('most'),
    eq: compared('=='),
    lt: compared('<'),
    gt: compared('>'),
    ge: compared('>='),
    addBits: onBits('+'),
    subBits: onBits('-'),
    and: (a: Code, b: Code) =>
      of(a).kind === 'truth' ? choose(a, b, number(0)) : onBits('&')(a, b),
    or: onBits('|'),
    xor: onBits('^'),
    left: (a, [by]) => written('bits', `(${bitsOf(a)} << ${by}u)`),
    // With the sign.
    right: (a, [by]) => written('bits', `bitcast<u32>(bitcast<i32>(${bitsOf(a)}) >> ${by}u)`),
    without: (a, b) => written('bits', `(${bitsOf(a)} & ~${bitsOf(b)})`),
    choose,
    anySet: (a) => written('truth', truth(a)),
    either: (single) => single,
    keep(a) {
      const { kind, text } = of(a)
      const name = `v${lines.length}`
      lines.push(`let ${name} = ${text};`)
      return written(kind, name)
    },
    polynomial: (x, [highest = 0, ...others]) =>
      written(
        'float',
        others.reduce((sum, c) => `(${sum} * ${float(x)} + ${literal(c)})`, literal(highest)),
      ),
  }
  return { scribe, argument: written('float', argument), lines, float }
}
