import { describe, expect, test } from 'vitest'
import { advice } from './advice/advice.ts'
import { elsewhere } from './advice/elsewhere.ts'
import { takeAdviser } from './adviser.ts'
import { erf } from './erf.ts'
import { lossReadAs, parseLoss } from './loss.ts'
import type { Mistake } from './mistake.ts'
import { power } from './operations/inline.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'
import { compileFunction } from './program.ts'

takeAdviser(advice)

describe('what is typed is read with the usual precedence', () => {
  test.each([
    ['-x^2', '-x^2'],
    ['2^3^2', '2^3^2'],
    ['(2^3)^2', '(2^3)^2'],
    ['x*-3', 'x*(-3)'],
    ['2^-x', '2^(-x)'],
    ['-20*exp(x)', '-20*exp(x)'],
    ['1/2x', '1/2*x'],
    ['2x^2', '2*x^2'],
    ['2^3x', '2^3*x'],
    ['3(x + 1)', '3*(x + 1)'],
    ['2pi', '2*pi'],
    ['2e', '2*e'],
    ['2e3', '2000'],
    ['.5x', '0.5*x'],
    ['x - (y - 1)', 'x - (y - 1)'],
    ['x < 1', 'x < 1'],
    ['log(x)', 'ln(x)'],
    ['pow(x, 3)', 'x^3'],
    ['max(x, 1, 2)', 'max(x, 1, 2)'],
    ['x*-∞', 'x*(-∞)'],
  ])('%s', (typed, printed) => {
    expect(print(parse(typed))).toBe(printed)
    expect(parse(printed)).toBe(parse(typed))
  })
})

describe('what is pasted is read as what it means', () => {
  test.each([
    ['x**2', 'x^2'],
    ['1_000_000*x', '1000000*x'],
    ['x² + 3·x − 1', 'x^2 + 3*x - 1'],
    ['x¹⁰', 'x^10'],
    ['x⁻¹', 'x^-1'],
    ['2×π÷x', '2*pi/x'],
    ['np.sin(x) + math.exp(-x)', 'sin(x) + exp(-x)'],
    ['torch.where(x ≤ 1, x, 1)', 'where(x <= 1, x, 1)'],
    ['torch.nn.functional.relu(x) – F.elu(x)', 'relu(x) - elu(x)'],
    ['x\u200b + 1', 'x + 1'],
  ])('%s', (pasted, typed) => {
    expect(parseLoss(pasted)).toBe(parseLoss(typed))
  })
})

describe('school notation that has one reading is read, with a note of how', () => {
  test.each([
    ['|x|', 'abs(x)'],
    ['3 + |x|', '3 + abs(x)'],
    ['2|x|^2', '2*abs(x)^2'],
    ['|x||y|', 'abs(x)*abs(y)'],
    ['||x| - 1|', 'abs(abs(x) - 1)'],
    ['|x - 1| + |x + 1|', 'abs(x - 1) + abs(x + 1)'],
    ['ln|x|', 'ln(abs(x))'],
    ['sin|x|cos x', 'sin(abs(x))*cos(x)'],
    ['|x(|y|)|', 'abs(x*abs(y))'],
    ['sin x', 'sin(x)'],
    ['sin 2x', 'sin(2*x)'],
    ['sin 2pi x', 'sin(2*pi*x)'],
    ['sin -x', 'sin(-x)'],
    ['sin x^2', 'sin(x^2)'],
    ['exp -x^2', 'exp(-x^2)'],
    ['sin sin x', 'sin(sin(x))'],
    ['sin x + cos x', 'sin(x) + cos(x)'],
    ['2 sin 3x', '2*sin(3*x)'],
    ['x sin x', 'x*sin(x)'],
    ['(sin x)(cos x)', 'sin(x)*cos(x)'],
    ['sin(x)cos(x)', 'sin(x)*cos(x)'],
    ['ln x', 'ln(x)'],
    ['√x + ∛x + √(x + 1)', 'sqrt(x) + cbrt(x) + sqrt(x + 1)'],
    ['sin^2(x)', 'sin(x)^2'],
    ['sin² x + cos² x', 'sin(x)^2 + cos(x)^2'],
    ['sin^(2)(x)', 'sin(x)^2'],
    ['sin^n(x)', 'sin(x)^n'],
    ['sin^-1(x)', 'asin(x)'],
    ['cos⁻¹ x', 'acos(x)'],
    ['2pi x', '2*pi*x'],
    ['x y', 'x*y'],
    ['x(x + 1)', 'x*(x + 1)'],
    ['pi(x + 1)', 'pi*(x + 1)'],
    ['(x - 1)(x + 2)', '(x - 1)*(x + 2)'],
    ['x\u20111', 'x - 1'],
    ['x—1', 'x - 1'],
    ['（x＋１）＊２', '(x + 1)*2'],
    ['𝑥² + 𝑦', 'x^2 + y'],
    ['[x + 1]*{2}', '(x + 1)*2'],
    ['+x', 'x'],
    ['y = x^2', 'x^2'],
    ['f(x, y) = x y', 'x*y'],
    ['x if x > 0 else 0', 'where(x > 0, x, 0)'],
    ['1 if x<0 else x', 'where(x < 0, 1, x)'],
    ['x > 0 ? x : -x', 'where(x > 0, x, -x)'],
    ['x > 0 and x < 1 or not x < 5', 'max((x > 0)*(x < 1), 1 - (x < 5))'],
    ['x < 0 || x > 1 && x < 2', 'max(x < 0, (x > 1)*(x < 2))'],
    ['x != 2', '1 - (x == 2)'],
    ['x % 2', 'mod(x, 2)'],
    ['x mod 2', 'mod(x, 2)'],
    ['1 + x^2 mod 3', '1 + mod(x^2, 3)'],
    ['x//2', 'floor(x/2)'],
    ['if x > 0 then x else -x', 'where(x > 0, x, -x)'],
    ['if (x > 0) then 1 else if x > -1 then 2 else 3', 'where(x > 0, 1, where(x > -1, 2, 3))'],
  ])('%s', (typed, meant) => {
    expect(lossReadAs(typed)).toBe(print(parse(meant)))
    expect(parseLoss(typed)).toBe(parse(meant))
    expect(lossReadAs(meant)).toBeUndefined()
  })

  test.each([
    ['e^2x', 'e^2*x'],
    ['2^2x', '2^2*x'],
    ['x^2x', 'x^2*x'],
    ['2^3(x + 1)', '2^3*(x + 1)'],
    ['e^-2x', 'e^(-2)*x'],
    ['1/2x', '1/2*x'],
    ['x/2x', 'x/2*x'],
    ['1/2pi', '1/2*pi'],
    ['1/3(x + 1)', '1/3*(x + 1)'],
    ['1/x^2y', '1/x^2*y'],
    ['max(0,5, x)', 'max(0, 5, x)'],
    ['min(x, 1,25)', 'min(x, 1, 25)'],
  ])(
    '%s is of the grammar, but elsewhere it may be read otherwise: so it is said',
    (typed, read) => {
      expect(lossReadAs(typed)).toBe(read)
      expect(parse(typed)).toBe(parse(read))
      expect(lossReadAs(read)).toBeUndefined()
    },
  )

  test.each(['2x^2', '3(x + 1)/2', 'x²y', '2x/3', 'e^-x/2', 'max(0, 5, x)', 'max(0,x)', 'x^2*y'])(
    '%s has no other reading',
    (typed) => {
      expect(lossReadAs(typed)).toBeUndefined()
    },
  )

  test('in a rule words that join here are names', () => {
    expect(print(parse('power*and + or*if - not'))).toBe('power*and + or*if - not')
  })

  test('a rule, beside which no note stands, is told how to write it', () => {
    expect(() => parse('g(1 - beta) + |x|')).toThrow('write `g*(1 - beta) + abs(x)`')
  })
})

describe('a function under another name is read as that function', () => {
  test.each([
    ['fabs(x)', 'abs(x)'],
    ['np.maximum(0, x)', 'max(0, x)'],
    ['if(x > 0, x, -x)', 'where(x > 0, x, -x)'],
    ['arctan(x)', 'atan(x)'],
    ['torch.remainder(x, 2)', 'mod(x, 2)'],
    ['Math.sin(x) + torch.nn.functional.elu(x)', 'sin(x) + elu(x)'],
  ])('%s', (typed, meant) => {
    expect(parseLoss(typed)).toBe(parse(meant))
  })
})

/** Each text with what is said of it, and what may stand in place of which part. */
const refused: readonly (readonly [typed: string, sentence: string, part?: string])[] = [
  ['x + 2*', 'expected a number, a name or `(` after `*`'],
  ['x+*2', 'expected a number, a name or `(` after `+` instead of `*`', '*'],
  ['', 'expected a number, a name or `(`'],
  ['|x', 'expected `|` after `x`'],
  ['sin x cos x', 'write `sin(x)*cos(x)` or `sin(x*cos(x))`'],
  ['2sin x*cos x', 'write `sin(x)*cos(x)` or `sin(x*cos(x))`', 'sin x*cos x'],
  ['sin x/2', 'write `sin(x)/2` or `sin(x/2)`'],
  ['sin 2*x', 'write `sin(2)*x` or `sin(2*x)`'],
  ['sin x(x + 1)', 'write `sin(x)*(x + 1)` or `sin(x*(x + 1))`'],
  ['sin^2 x cos x', 'write `sin(x)^2*cos(x)` or `sin(x*cos(x))^2`'],
  ['exp -x^2/2', 'write `exp(-x^2)/2` or `exp(-x^2/2)`'],
  ['e^-x sin(x)', 'write `e^(-x)*sin(x)` or `e^(-x*sin(x))`'],
  ['3*2^x(x + 1)', 'write `3*2^x*(x + 1)` or `3*2^(x*(x + 1))`'],
  ['1/x(x + 1)', 'write `1/x*(x + 1)` or `1/(x*(x + 1))`'],
  ['sinh^-1(x)', 'write `1/sinh(x)` or `ln(x + sqrt(x^2 + 1))` instead of a power −1'],
  ['x 2', 'write `x*2` or `x^2`'],
  ['(x + 1)2', 'write `(x + 1)*2` or `(x + 1)^2`'],
  ['2 3', 'to multiply write `2*3`'],
  ['0,5*x', 'write `0.5`', '0,5'],
  ['1,000,000*x', 'write `1000000`', '1,000,000'],
  ['1 000*x', 'write `1000`', '1 000'],
  ['1.000,5', 'write `1000.5`'],
  ['1,000*x', 'write `1000` or `1.000`', '1,000'],
  ['2 - 1,000.5*x', 'write `1000.5`', '1,000.5'],
  ['1 000,5', 'write `1000.5`'],
  ['sin(1,000*x)', 'write `sin(1000*x)` or `sin(1.000*x)`'],
  ['sin(0,5)', 'write `sin(0.5)` with a decimal point'],
  ['2*sin(1,5*x)', 'write `sin(1.5*x)` with a decimal point', 'sin(1,5*x)'],
  ['1.2.3', 'a number has one decimal point, unlike `1.2.3`', '.3'],
  ['(x + 1', 'expected `)` after `1`'],
  ['x + 1)', 'this `)` has no `(` before it', ')'],
  ['0 < x < 1', 'comparisons do not chain: write `(0 < x)*(x < 1)`'],
  ['x and 2', '`and`, `or` and `not` are for comparisons', '2'],
  ['xy', '`xy` is not known; write `x*y`'],
  ['2pix', '`pix` is not known; write `pi*x`', 'pix'],
  ['ex', '`ex` is not known; write `e*x`'],
  ['sinx', '`sinx` is not known; write `sin(x)`'],
  ['xsinx', '`xsinx` is not known; write `x*sin(x)`'],
  ['sqrt2*x', '`sqrt2` is not known; write `sqrt(2)`', 'sqrt2'],
  ['sqrt2x', '`sqrt2x` is not known; write `sqrt(2*x)`'],
  [
    'x2',
    '`x2` is not known; in this lab a variable is one letter, such as `x`; a power is written `x^2`',
    'x2',
  ],
  ['x1^2', '`x1` is not known; in this lab a variable is one letter, such as `x`', 'x1'],
  ['x_1', '`x_1` is not known; in this lab a variable is one letter, such as `x`', 'x_1'],
  ['x*dx', '`dx` is not known; a variable is one letter', 'dx'],
  ['2*PI*x', '`PI` is not known; write `pi`', 'PI'],
  ['theta', '`theta` is not known; a variable is one letter'],
  ['nan', '`nan` is not a number that can be used here'],
  ['xsin(x^2)', '`xsin` is not a function here', 'xsin'],
  ['celu(x)', '`celu` is not a function here; write `elu(x)`'],
  ['2*celu(x+1)', 'write `elu(x + 1)`', 'celu(x+1)'],
  ['celu(x, 2)', 'write `where(x > 0, x, 2*(exp(x/2) - 1))`'],
  ['prelu(x)', 'write `where(x > 0, x, 0.25*x)` or `leaky_relu(x)`'],
  ['lrelu(x)', 'write `leaky_relu(x)`'],
  ['LeakyReLU(x)', 'write `leaky_relu(x)`'],
  ['leaky_relu(x, 0.2)', '`leaky_relu` takes 1 argument, not 2; write `where(x > 0, x, 0.2*x)`'],
  ['log(x, 2)', '`log` takes 1 argument, not 2; write `ln(x)/ln(2)`'],
  ['rrelu(x)', 'write `where(x > 0, x, 11/48*x)`'],
  ['zelu(x)', '`zelu` is not a function here', 'zelu'],
  ['psin(x)', '`psin` is not a function here', 'psin'],
  ['sinq(x)', '`sinq` is not a function here', 'sinq'],
  ['sin2(', '`sin2` is not a function here', 'sin2'],
  ['nthroot(x,3)', 'write `cbrt(x)`'],
  ['root(x, 5)', 'write `sign(x)*abs(x)^(1/5)`'],
  ['root(x, 4)', 'write `x^(1/4)`'],
  ['sinhc(x)', 'write `where(x == 0, 1, sinh(x)/x)`'],
  ['heaviside(x)', 'write `where(x == 0, 1/2, x > 0)` or `x >= 0`'],
  ['2*heaviside(x)', 'write `where(x == 0, 1/2, x > 0)` or `(x >= 0)`', 'heaviside(x)'],
  ['huber(x)', 'write `where(abs(x) <= 1, x^2/2, abs(x) - 1/2)`'],
  ['cube(x - 1)', 'write `(x - 1)^3`'],
  ['sqaure(x)', '`sqaure` is not a function here; did you mean `x^2`?'],
  ['sinx(x)', '`sinx` is not a function here', 'sinx'],
  ['2*expm1(x)', 'write `(exp(x) - 1)`', 'expm1(x)'],
  ['1/expm1(x)', 'write `(exp(x) - 1)`', 'expm1(x)'],
  ['1 - expm1(x)', 'write `(exp(x) - 1)`', 'expm1(x)'],
  ['expm1(x)^2', 'write `(exp(x) - 1)`', 'expm1(x)'],
  ['2square(x)', 'write `x^2`', 'square(x)'],
  ['3sech(x)', 'write `(1/cosh(x))`', 'sech(x)'],
  ['x sech(x)', 'write `(1/cosh(x))`', 'sech(x)'],
  ['-x//2', 'write `floor((-x)/2)` or `-floor(x/2)`'],
  ['-x % 2', 'write `mod(-x, 2)` or `-mod(x, 2)`'],
  ['SIN x', '`SIN` is not known; write `sin`', 'SIN'],
  ['sech x', '`sech` is not known; a function stands before parentheses', 'sech'],
  ['maxx', '`maxx` is not known; a variable is one letter', 'maxx'],
  ['pi2', 'write `pi^2` or `pi*2`'],
  ['piR^2', 'write `pi*R`', 'piR'],
  ['Cosine(x)', 'write `cos(x)`'],
  ['x/mish(x)', 'write `(x*tanh(softplus(x)))`', 'mish(x)'],
  ['2^sin x/2', 'write `(sin(x)/2)` or `sin(x/2)`', 'sin x/2'],
  ['1/xy', '`xy` is not known; write `(x*y)`', 'xy'],
  ['xy^2', '`xy` is not known; write `x*y`', 'xy'],
  ['1/pi2', '`pi2` is not known; write `pi^2` or `(pi*2)`', 'pi2'],
  ['x^2 for x<0', '`for` is not known; cases are written `where(x > 0, x, -x)`', 'for'],
  ['the', '`the` is not known; a variable is one letter', 'the'],
  ['lim x', '`lim` is not known; a variable is one letter', 'lim'],
  ['my', '`my` is not known; a variable is one letter'],
  ['sine', '`sine` is not known; a function stands before parentheses'],
  ['celux', '`celux` is not known; a variable is one letter'],
  [String.raw`\frac{1}{2}x`, 'this is LaTeX; write `1/2*x`'],
  [String.raw`\sin x + x^{2} \cdot 3`, 'this is LaTeX; write `sin(x) + x^2*3`'],
  [String.raw`\frac{x^{2}}{\sqrt{2}}`, 'this is LaTeX; write `x^2/sqrt(2)`'],
  [String.raw`2\left(x - \frac12\right)^2`, 'this is LaTeX; write `2*(x - 1/2)^2`'],
  [String.raw`\theta^2`, '`\\` has no meaning here', '\\'],
  ['SIN(x)', '`SIN` is not a function here; write `sin(x)`'],
  ['sin2(x)', '`sin2` is not a function here; write `sin(x)^2` or `sin(2*x)`'],
  ['log1p(2x)', '`log1p` is not a function here; write `ln(1 + 2*x)`'],
  ['log3(x)', '`log3` is not a function here; write `ln(x)/ln(3)`'],
  ['clip(x - 1, 0, 1)', '`clip` is not a function here; write `min(max(x - 1, 0), 1)`'],
  ['clip(x)', '`clip` is not a function here', 'clip'],
  ['tahn(x/2)', '`tahn` is not a function here; did you mean `tanh(x/2)`?'],
  ['sum(x)', '`sum` is not a function here', 'sum'],
  ['gamma(x)', '`gamma` is not a function here', 'gamma'],
  ['max x', 'expected `(` after `max` instead of `x`', 'x'],
  ['max(x)', '`max` takes 2 or more arguments, not 1', 'max'],
  ['sin(x, 1)', '`sin` takes 1 argument, not 2', 'sin'],
  ['x = x^2', 'type only what stands to the right of `=`', '='],
  ['x + θ', '`θ` is not a letter from a to z', 'θ'],
  ['x!', '`!` has no meaning here; there is no factorial', '!'],
  ['1e999', '`1e999` is too large for a number'],
  ['d/dx x^2', 'write the function itself, its slope is computed: `x^2`'],
  ['(d/dx) (x^2 + 1)', 'its slope is computed: `x^2 + 1`'],
  ['d(x^2)/dx', 'its slope is computed: `x^2`'],
  ['diff(x^2, x)', 'its slope is computed: `x^2`'],
  ['∇x^2', 'its slope is computed: `x^2`'],
  ['d/dx', 'write the function itself, its slope is computed', 'd/dx'],
  ['3 1/2', 'write `3 + 1/2` or `3*1/2`'],
  ['-3 1/2*x', 'write `-(3 + 1/2)*x` or `-3*1/2*x`'],
  ['1 000/2', 'write `1000`', '1 000'],
  ['lambda x: x**2', 'write only the function itself: `x^2`'],
  ['lambda theta: theta**2', 'write only the function itself', 'lambda theta: theta**2'],
  ['def f(x, y): return x*y', 'write only the function itself: `x*y`'],
  ['f = lambda x: x**2', 'write only the function itself: `x^2`'],
  ['const f = (x) => x*x;', 'write only the function itself: `x*x`'],
  ['function f(x) { return x*x; }', 'write only the function itself: `x*x`'],
  ['f: x ↦ x^2', 'write only the function itself: `x^2`'],
  ['x => 0', 'type only what stands to the right of `=`', '='],
  ['@(x) x.^2', 'write only the function itself: `x^2`'],
  ['x^2;', 'write only `x^2`'],
  ['y = x^2;', 'write only `x^2`'],
  ['x^2 # comment', 'write only `x^2`'],
  ['$x^2$', 'write only `x^2`'],
  ['½x²', 'write `1/2*x^2`'],
  ['x^½', 'write `x^(1/2)`'],
  ['2½x', 'write `(2 + 1/2)*x`'],
  ['x.pow(2)', 'write `x^2`'],
  ['-2*x.pow(2).add(1)', 'write `-2*(x^2 + 1)`'],
  ['(x-1).abs()', 'write `abs(x - 1)`'],
  ['torch.sin(x).square()', 'write `sin(x)^2`'],
  ['x.clamp(0, 1)', 'write `min(max(x, 0), 1)`'],
  ['x.sum()', 'write `abs(x)` instead of `x.abs()`, and so with every function', 'x.sum()'],
  ['2(x).abs()', '`.` has no meaning here', '.'],
  ['logsumexp(x,0)', 'write `ln(exp(x) + exp(0))`'],
]

describe('what cannot be read is told with its place and what may be written there', () => {
  test.each(refused.map((row) => [row[0], row] as const))('%s', (typed, [, sentence, part]) => {
    try {
      parseLoss(typed)
      expect.unreachable()
    } catch (error) {
      const mistake = error as Mistake
      expect(mistake.name).toBe('Mistake')
      expect(mistake.message).toContain(`${sentence}, at character ${mistake.at + 1}`)
      if (part ?? mistake.offers.length)
        expect(typed.slice(mistake.at, mistake.at + mistake.length)).toBe(part ?? typed)
    }
  })

  test.each(refused.map(([typed]) => typed).filter((typed) => corrected(typed).length))(
    'what is offered for %s can be written there',
    (typed) => {
      for (const written of corrected(typed)) expect(() => parseLoss(written)).not.toThrow()
    },
  )

  test('the place is one of the text as typed, whatever it was read as', () => {
    try {
      parseLoss('np.sin(x²) ++ π')
      expect.unreachable()
    } catch (error) {
      expect((error as Mistake).at).toBe(12)
    }
  })

  test('no depth and no length brings the parser down', () => {
    expect(() => parse('('.repeat(900))).toThrow('nested more than 100 deep')
    expect(() => parse('x+'.repeat(600))).toThrow('longer than 1000 characters')
    expect(() => parse(`${'-'.repeat(900)}x`)).toThrow('nested more than 100 deep')
    expect(() => parse(`${'2^'.repeat(300)}x`)).toThrow('nested more than 100 deep')
  })
})

/** A text that cannot be read with each offer in its place. */
function corrected(typed: string): string[] {
  try {
    parseLoss(typed)
    return []
  } catch (error) {
    const { at, length, offers } = error as Mistake
    return offers.map((offer) => typed.slice(0, at) + offer + typed.slice(at + length))
  }
}

describe('what has a name elsewhere is written here by the same function', () => {
  const step = (x: number, half: number) => (x === 0 ? half : Number(x > 0))
  const oracles: Readonly<Record<string, (a: number, b: number, c: number) => number>> = {
    asinh: Math.asinh,
    acosh: Math.acosh,
    atanh: Math.atanh,
    acoth: (a) => Math.atanh(1 / a),
    asec: (a) => Math.acos(1 / a),
    acsc: (a) => Math.asin(1 / a),
    sech: (a) => 1 / Math.cosh(a),
    csch: (a) => 1 / Math.sinh(a),
    sind: (a) => Math.sin((a * Math.PI) / 180),
    cosd: (a) => Math.cos((a * Math.PI) / 180),
    tand: (a) => Math.tan((a * Math.PI) / 180),
    sinpi: (a) => Math.sin(a * Math.PI),
    cospi: (a) => Math.cos(a * Math.PI),
    atan2: Math.atan2,
    lb: Math.log2,
    lg: Math.log10,
    log1p: Math.log1p,
    expm1: Math.expm1,
    exp10: (a) => 10 ** a,
    logsigmoid: (a) => -Math.log1p(Math.exp(-a)),
    logit: (a) => Math.log(a) - Math.log(1 - a),
    'root/1': Math.sqrt,
    'root/2': (a, b) => power(a, 1 / b),
    sine: Math.sin,
    cosine: Math.cos,
    tangent: Math.tan,
    exponential: Math.exp,
    logarithm: Math.log,
    sinhc: (a) => (a === 0 ? 1 : Math.sinh(a) / a),
    radians: (a) => (a / 180) * Math.PI,
    degrees: (a) => (a / Math.PI) * 180,
    log: (a, b) => Math.log(a) / Math.log(b),
    logaddexp: (a, b) => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b))),
    logsumexp: (a, b, c) => Math.log(Math.exp(a) + Math.exp(b) + Math.exp(c)),
    logcosh: (a) => Math.log(Math.cosh(a)),
    xlogy: (a, b) => (a === 0 ? 0 : a * Math.log(b)),
    cube: (a) => a ** 3,
    elu: (a, alpha) => (a > 0 ? a : alpha * Math.expm1(a)),
    'celu/1': (a) => Math.max(0, a) + Math.min(0, Math.expm1(a)),
    'celu/2': (a, alpha) => (a > 0 ? a : alpha * Math.expm1(a / alpha)),
    'leaky_relu/1': (a) => Math.max(a, 0.01 * a),
    'leaky_relu/2': (a, slope) => (a > 0 ? a : slope * a),
    prelu: (a) => Math.max(a, a / 4),
    rrelu: (a) => (a > 0 ? a : (a * (1 / 8 + 1 / 3)) / 2),
    huber: (a) => (Math.abs(a) < 1 ? (a * a) / 2 : Math.abs(a) - 0.5),
    softshrink: (a) => (a > 0.5 ? a - 0.5 : a < -0.5 ? a + 0.5 : 0),
    rsqrt: (a) => a ** -0.5,
    square: (a) => a * a,
    reciprocal: (a) => 1 / a,
    erfc: (a) => 1 - erf(a),
    trunc: Math.trunc,
    frac: (a) => a % 1,
    fmod: (a, b) => a % b,
    clamp: (a, b, c) => (a < b ? b : a > c ? c : a),
    relu6: (a) => Math.min(Math.max(a, 0), 6),
    step: (a) => step(a, 1),
    'heaviside/1': (a) => step(a, 0.5),
    'heaviside/2': step,
    hardsigmoid: (a) => (a <= -3 ? 0 : a >= 3 ? 1 : a / 6 + 0.5),
    hardswish: (a) => a * (a <= -3 ? 0 : a >= 3 ? 1 : a / 6 + 0.5),
    mish: (a) => a * Math.tanh(Math.log1p(Math.exp(a))),
    softsign: (a) => a / (1 + Math.abs(a)),
    tanhshrink: (a) => a - Math.tanh(a),
  }
  /** Each form once, under its first name, with how many arguments it has. */
  const forms = new Map<string, readonly [name: string, count: number]>()
  for (const [name, all] of elsewhere)
    for (const form of all)
      if (!forms.has(form)) forms.set(form, [name, new Set(form.match(/\b[abc]\b/g)).size])
  const points = [-7.3, -2, -1, -0.6, -0.25, 0, 0.3, 0.5, 1, 1.7, 3, 8]

  test.each([...forms].map(([form, [name, count]]) => [`${name}/${count}`, form] as const))(
    '%s = %s',
    (word, form) => {
      const names = ['a', 'b', 'c']
      const ours = compileFunction(parse(form), names)
      const theirs = oracles[word] ?? oracles[word.replace(/\/\d/, '')]
      for (const a of points)
        for (const b of [-1.5, 0, 0.4, 2]) {
          const [value, wanted] = [ours(a, b, b + 1), theirs?.(a, b, b + 1) ?? Number.NaN]
          if (Number.isFinite(wanted) || Number.isFinite(value))
            expect(value).toBeCloseTo(wanted, 11)
        }
    },
  )
})
