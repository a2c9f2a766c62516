import { expect, test } from 'vitest'
import { equationsIn } from './equations.ts'

test('equations side by side are told apart', () => {
  expect(equationsIn('S = 2\\pi R h, \\qquad V = \\frac{1}{2}')).toEqual([
    'S = 2\\pi R h,',
    'V = \\frac{1}{2}',
  ])
  expect(equationsIn('m \\leftarrow g, \\qquad x \\leftarrow x - m')).toHaveLength(2)
  expect(equationsIn('x^2')).toEqual(['x^2'])
})

test.each([
  '\\boxed{a \\qquad b}',
  '\\begin{cases} 1 & x > 0 \\qquad \\\\ 0 \\end{cases}',
  '\\left( a \\qquad b \\right)',
])('what belongs together stays together: %s', (latex) => {
  expect(equationsIn(latex)).toEqual([latex])
})
