import { describe, expect, test } from 'vitest'
import { parseLoss } from './loss.ts'
import type { Mistake } from './mistake.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'

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

describe('what cannot be read is told with its place and the right form', () => {
  test.each([
    ['x + 2*', 'expected a number, a name or `(` after `*`, at character 7'],
    ['x+*2', 'expected a number, a name or `(` after `+` instead of `*`, at character 3'],
    ['', 'expected a number, a name or `(`, at character 1'],
    ['1,000,000*x', 'write `1000000`, at character 2'],
    ['1 000*x', 'write `1000`, at character 3'],
    ['1.000,5', 'write `1000.5`, at character 6'],
    ['sin 2x', 'write `sin(2x)` with parentheses, at character 1'],
    ['exp x^2', 'write `exp(x^2)` with parentheses, at character 1'],
    ['sin -x', 'write `sin(-x)` with parentheses, at character 1'],
    ['sin sin x', 'write `sin(sin x)` with parentheses, at character 1'],
    ['sin^-1(x)', 'write `asin(x)` or `1/sin(x)` instead of a power −1, at character 1'],
    ['sin⁻¹(x)', 'write `asin(x)` or `1/sin(x)` instead of a power −1, at character 1'],
    ['sin^(2)(x)', 'write `sin(x)^2` for a power of sin, at character 1'],
    ['xsin(x)', '`xsin` is not a function here; write `x*sin(…)`, at character 1'],
    ['x sin(x)', 'to multiply write `x*sin(…)`, at character 3'],
    ['xsinx', '`xsinx` is not known; write `x*sin(x)`, at character 1'],
    ['log1p(x)', '`log1p` is not a function here; write `log(1 + x)`, at character 1'],
    ['asinh(x)', '`asinh` is not a function here; write `log(x + sqrt(x^2 + 1))`, at character 1'],
    ['sum(x)', '`sum` is not a function here, at character 1'],
    ['ex', '`ex` is not known; write `e*x`, at character 1'],
    ['nan', '`nan` is not a number that can be used here, at character 1'],
    ['x if x > 0 else 0', 'write `where(x > 0, x, 0)` for what `if` says, at character 3'],
    ['x || 2', 'write `max(a, b)` for or, at character 3'],
    ['x != 2', 'write `1 - (a == b)` instead of `!=`, at character 3'],
    ['sin(0,5)', 'write `sin(0.5)` with a decimal point, at character 1'],
    ['2*sin(1,5*x)', 'write `sin(1.5*x)` with a decimal point, at character 3'],
    ['pi(x + 1)', '`pi` is a number; to multiply write `pi*(…)`, at character 1'],
    ['2*PI*x', '`PI` is not known; write `pi`, at character 3'],
    ['max x', 'write `max(x, …)` with parentheses, at character 1'],
    ['where x', 'write `where(x, …, …)` with parentheses, at character 1'],
    ['sin 2*x', 'write `sin(2*x)` with parentheses, at character 1'],
    ['cos 3*x^2', 'write `cos(3*x^2)` with parentheses, at character 1'],
    ['sqrt2*x', '`sqrt2` is not known; write `sqrt(2)`, at character 1'],
    ['sqrt2x', '`sqrt2x` is not known; write `sqrt(2*x)`, at character 1'],
    ['ln2', '`ln2` is not known; write `ln(2)`, at character 1'],
    ['log2(x)', '`log2` is not a function here; write `log(x)/log(2)`, at character 1'],
    ['1.2.3', 'a number has one decimal point, unlike `1.2.3`, at character 4'],
    ['+x', 'leave out this `+`, at character 1'],
    ['(x + 1', 'expected `)` after `1`, at character 7'],
    ['x + 1)', 'this `)` has no `(` before it, at character 6'],
    ['xy', '`xy` is not known; write `x*y`, at character 1'],
    ['pix', '`pix` is not known; write `pi*x`, at character 1'],
    ['x(x+1)', '`x` is not a function; to multiply write `x*(…)`, at character 1'],
    ['(x+1)(x-1)', 'to multiply write `(…)*(…)`, at character 6'],
    ['2 3', 'to multiply write `2*3`, at character 3'],
    ['x 2', 'to multiply write `x*2`, at character 3'],
    ['sin x', 'write `sin(x)` with parentheses, at character 1'],
    ['sinx', '`sinx` is not known; write `sin(x)`, at character 1'],
    ['sin^2(x)', 'write `sin(x)^2` for a power of sin, at character 1'],
    ['3 + |x|', 'write `abs(x)` instead of bars, at character 5'],
    ['0,5*x', 'write `0.5`, at character 2'],
    ['x2', 'write `x^2` or `x*2` instead of `x2`, at character 1'],
    ['arctan(x)', '`arctan` is not a function here; write `atan(x)`, at character 1'],
    ['tahn(x)', '`tahn` is not a function here; write `tanh(x)`, at character 1'],
    ['y = x^2', 'type only what stands to the right of `=`, at character 3'],
    ['[x + 1]', 'write `(` instead of `[`, at character 1'],
    ['√x', 'write `sqrt(…)` for a root, at character 1'],
    ['x + θ', '`θ` is not a letter from a to z, at character 5'],
    ['0 < x < 1', 'comparisons do not chain: write `(a < b)*(b < c)`, at character 7'],
    ['max(x)', '`max` takes 2 or more arguments, not 1, at character 1'],
    ['sin(x, 1)', '`sin` takes 1 argument, not 2, at character 1'],
    ['1e999', '`1e999` is too large for a number, at character 1'],
  ])('%s', (typed, message) => {
    expect(() => parseLoss(typed)).toThrow(expect.objectContaining({ name: 'Mistake', message }))
  })

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
