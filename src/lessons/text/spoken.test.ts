import { fromMarkdown } from 'mdast-util-from-markdown'
import { expect, test } from 'vitest'
import { spoken, spokenText } from './spoken.ts'

test.each([
  ['\\frac{S}{V}(R) = \\frac{2}{R} + \\frac{2\\pi R^2}{V}', 'S/V(R) = 2/R + (2π R²)/V'],
  ['R_1 = 1.5 - 2\\cdot(-0.832)', 'R₁ = 1.5 − 2·(−0.832)'],
  ["x_{t+1} = x_t - \\eta\\, f'(x_t)", "x_(t+1) = x_t − η f'(x_t)"],
  ['10^{-3} \\le \\sqrt{v} + \\varepsilon', '10⁻³ ≤ √v + ε'],
  ['V = 330\\,\\mathrm{cm}^3', 'V = 330 cm³'],
  [
    'm \\leftarrow \\beta m + (1 - \\beta)\\, g, \\qquad x \\leftarrow x',
    'm ← β m + (1 − β) g, x ← x',
  ],
  ['\\left(\\frac12\\right)^n', '(1/2)^n'],
  ['\\sqrt[3]{\\frac{V}{2\\pi}}', '³√(V/(2π))'],
  ['\\unknown{a}', 'unknowna'],
])('%s is said as “%s”', (latex, words) => {
  expect(spoken(latex)).toBe(words)
})

test('what is not closed, or closes nothing, is read to its end', () => {
  expect(spoken('\\frac{1}{2')).toBe('1/2')
  expect(spoken('x}^')).toContain('x')
})

test('texts lose what they are marked with', () => {
  expect(spokenText(fromMarkdown('A *very* `plain` [text](#/curve)'))).toBe('A very plain text')
})
