import { describe, expect, test } from 'vitest'
import { gradient } from '../derivative.ts'
import type { Expression } from '../expression.ts'
import { parseLoss, variablesOf } from '../loss.ts'
import { latex } from './latex.ts'
import { plainLeaf } from './symbol.ts'
import { tidy } from './tidy.ts'

const tex = (e: Expression) => latex(e, { leaf: plainLeaf })

describe('an expression is printed as a textbook would', () => {
  test.each([
    ['x^2/20 + tanh(sin(x))', '\\frac{x^2}{20} + \\tanh(\\sin x)'],
    ['2/R + 2*pi*R^2/V', '\\frac{2}{R} + \\frac{2 \\pi R^2}{V}'],
    ['-x^2', '-x^2'],
    ['(-x)^2', '(-x)^2'],
    ['(1 - x)^2 + 100*(y - x^2)^2', '(1 - x)^2 + 100 (y - x^2)^2'],
    ['10*cos(2*pi*x)', '10 \\cos(2 \\pi x)'],
    ['sin(x)^2*y + sin(x)*cos(y)', '\\sin^2(x) y + \\sin(x) \\cos y'],
    ['1 - exp(-x^2/2)', '1 - e^{-x^2/2}'],
    ['exp(x)^2', '(e^x)^2'],
    ['max(x, y) + abs(x - y)', '\\max(x, y) + \\lvert x - y\\rvert'],
    ['abs(1/x)', '\\left\\lvert \\frac{1}{x}\\right\\rvert'],
    ['floor(x/2)', '\\left\\lfloor \\frac{x}{2}\\right\\rfloor'],
    ['(x/2)^2', '\\left(\\frac{x}{2}\\right)^2'],
    ['sqrt(x)^2', '\\left(\\sqrt{x}\\right)^2'],
    ['x*-3 + 2*3*x + x*2^-x', 'x \\cdot (-3) + 2 \\cdot 3 x + x \\cdot 2^{-x}'],
    ['2^3^x', '2^{3^x}'],
    ['(2^3)^x', '(2^3)^x'],
    ['x^10', 'x^{10}'],
    ['a - (b - c) - (-d)', 'a - (b - c) - (-d)'],
    ['log(cosh(x))/log10(x)', '\\frac{\\ln(\\cosh x)}{\\log_{10} x}'],
    ['log(2)*x', '\\ln(2) x'],
    ['x*log(2)', 'x \\ln 2'],
    ['1e-8*x', '10^{-8} x'],
    ['2.5e-7', '2.5 \\cdot 10^{-7}'],
    ['min(x, 2*∞) - ∞', '\\min(x, 2 \\infty) - \\infty'],
    ['sigmoid(x)', '\\sigma(x)'],
    ['relu(x/2)', '\\operatorname{relu}\\left(\\frac{x}{2}\\right)'],
    ['x <= 1', 'x \\le 1'],
    ['3*exp2(x/2)', '3 \\cdot 2^{x/2}'],
    ['cbrt(x/2) + ceil(x)', '\\sqrt[3]{\\frac{x}{2}} + \\lceil x\\rceil'],
    ['sec(x)^2*csc(2*x)', '\\sec^2(x) \\csc(2 x)'],
    ['acot(x) + coth(x)', '\\operatorname{arccot} x + \\coth x'],
    ['hypot(x, y) - mod(x, 2)', '\\operatorname{hypot}(x, y) - \\operatorname{mod}(x, 2)'],
    ['leaky_relu(x)', '\\operatorname{leaky\\_relu}(x)'],
    [
      'where(x < 0, x^2, where(x < 1, sin(x), 2))',
      '\\begin{cases} x^2 & \\text{if } x < 0 \\\\ \\sin x & \\text{if } x < 1 \\\\ 2 & \\text{otherwise} \\end{cases}',
    ],
    [
      'where(x < 0, 1, 2)*x',
      '\\left(\\begin{cases} 1 & \\text{if } x < 0 \\\\ 2 & \\text{otherwise} \\end{cases}\\right) x',
    ],
    [
      '3*where(x < 0, 1, 2)',
      '3\\,\\begin{cases} 1 & \\text{if } x < 0 \\\\ 2 & \\text{otherwise} \\end{cases}',
    ],
  ])('%s', (typed, printed) => {
    expect(tex(parseLoss(typed))).toBe(printed)
  })
})

describe('a derivative is tidied before it is shown', () => {
  test.each([
    ['x^2', '2 x'],
    ['x^2/20 + tanh(sin(x))', '\\frac{x}{10} + \\cos(x) (1 - \\tanh^2(\\sin x))'],
    ['2/R + 2*pi*R^2/330', '\\frac{2 \\pi R}{165} - \\frac{2}{R^2}'],
    ['x^4/4', 'x^3'],
    ['(x^2 - 1)^2/4', 'x (x^2 - 1)'],
    ['1 - exp(-x^2/2)', 'x e^{-x^2/2}'],
    ['log(x)', '\\frac{1}{x}'],
    ['sqrt(x)', '\\frac{1}{2 \\sqrt{x}}'],
    ['3', '0'],
    ['(2^3)^x', '8^x \\ln 8'],
    ['e^x', 'e^x'],
    ['e^(-x^2)', '-2 x e^{-x^2}'],
    ['2^x', '2^x \\ln 2'],
    ['pi^x', '\\pi^x \\ln \\pi'],
    ['(1 + 1)^x', '2^x \\ln 2'],
    ['sqrt(2)^x', '\\left(\\sqrt{2}\\right)^x \\ln\\left(\\sqrt{2}\\right)'],
    ['exp2(x)', '2^x \\ln 2'],
    ['x^(1/2 + 1/2)', '1'],
    ['x^(2*3)', '6 x^5'],
    ['x^pi', '\\pi x^{\\pi - 1}'],
    ['x^sqrt(2)', '\\sqrt{2} x^{\\sqrt{2} - 1}'],
    ['elu(x)', '\\begin{cases} e^x & \\text{if } x \\le 0 \\\\ 1 & \\text{otherwise} \\end{cases}'],
  ])('%s', (typed, printed) => {
    const loss = parseLoss(typed)
    const [slope] = gradient(loss, variablesOf(loss)) as [Expression]
    expect(tex(tidy(slope))).toBe(printed)
  })
})
