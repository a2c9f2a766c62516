import { expect, test } from 'vitest'
import { cos, exp, ln, sin, tanh } from './elementary.ts'
import { uniform } from './random.ts'

const ranges = [1e-9, 1e-3, 1, 10, 700, 1e5]
const quarters = Array.from({ length: 700 }, (_, k) => ((k - 350) * Math.PI) / 2)
const places = [
  ...[5e-324, 1e-310, 0.5 * Math.LN2, 709.7, 709.8, 710, -708.3, -708.5, -745, -746, 1e6, 1e300],
  ...[...quarters, ...quarters.map((x) => x + 0.5 ** 30)],
  ...ranges.flatMap((range, j) =>
    Array.from({ length: 4000 }, (_, i) => range * (2 * uniform(29, i, j) - 1)),
  ),
]

/** How many numbers lie between two, and one more. */
function apart(a: number, b: number): number {
  const [first = 0n, second = 0n] = new BigInt64Array(Float64Array.of(a, b).buffer)
  return a === b || (Number.isNaN(a) && Number.isNaN(b)) ? 0 : Math.abs(Number(first - second))
}

const functions = [
  ['sin', sin, Math.sin, 1],
  ['cos', cos, Math.cos, 1],
  ['exp', exp, Math.exp, 1],
  ['ln', ln, Math.log, 1],
  ['tanh', tanh, Math.tanh, 3],
] as const

test.each(functions)(
  '%s has Math’s value but for few units in the last place',
  (_, own, known, most) => {
    const wrong = places.filter((x) => !(apart(own(x), known(x)) <= most))
    expect(wrong).toEqual([])
  },
)

test.each(functions)('%s knows zeros, infinities and NaN', (_, own, known) => {
  for (const x of [0, -0, Infinity, -Infinity, NaN]) expect(own(x)).toBe(known(x))
})

test('sin and tanh are odd, cos is even, to the last bit', () => {
  const both = places.flatMap((x) => [sin(x), tanh(x), cos(x)])
  expect(places.flatMap((x) => [-sin(-x), -tanh(-x), cos(-x)])).toEqual(both)
})
