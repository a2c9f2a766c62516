import { describe, expect, test } from 'vitest'
import { gradient } from './derivative.ts'
import { erf } from './erf.ts'
import { apply, type Expression, name, number } from './expression.ts'
import torch from './operations.torch.json'
import { type Operation, operations } from './operations.ts'
import { parse } from './parse.ts'
import { compileFunction, evaluate } from './program.ts'

const letters = ['a', 'b', 'c', 'd']
const all = Object.entries(operations) as [Operation, (typeof operations)[Operation]][]

/** Where an operation is not defined and differentiable everywhere: where it is, as a condition on a and b. */
const apart = 'abs(a - b) > 0.1'
const notAt0 = 'abs(a) > 0.01'
const domains: Partial<Record<Operation, string>> = {
  ...{ lt: apart, le: apart, gt: apart, ge: apart, eq: apart, max: apart, min: apart },
  ...{ abs: notAt0, sign: notAt0, relu: notAt0, elu: notAt0 },
  div: 'abs(b) > 0.1',
  where: 'abs(a) > 0.1',
  sqrt: 'a > 0.01',
  pow: 'a > 0.1',
  floor: 'abs(a - floor(a) - 0.5) < 0.49',
  ln: 'a > 0.01',
  log10: 'a > 0.01',
  tan: 'abs(cos(a)) > 0.2',
  asin: 'abs(a) < 0.95',
  acos: 'abs(a) < 0.95',
  sec: 'abs(cos(a)) > 0.2',
  csc: 'abs(sin(a)) > 0.2',
  cot: 'abs(sin(a)) > 0.2',
  coth: 'abs(a) > 0.2',
  acot: notAt0,
  cbrt: 'abs(a) > 0.1',
  sinc: 'abs(a) > 0.1',
  hypot: 'hypot(a, b) > 0.1',
  mod: '(abs(b) > 0.3)*(abs(a/b - floor(a/b) - 0.5) < 0.49)',
  round: 'abs(a - round(a)) < 0.49',
  ceil: 'abs(a - floor(a) - 0.5) < 0.49',
  leaky_relu: notAt0,
  selu: notAt0,
  hardtanh: 'abs(abs(a) - 1) > 0.01',
}

/** An operation of as many letters as it takes. */
const general = (operation: Operation, count = operations[operation].derivative.length) =>
  apply(operation, ...letters.slice(0, count).map(name))

/** Points spread over [−2.9, 2.9]^n, the same every time. */
function* spread(count: number, n = 200): Generator<number[]> {
  const steps = [0.6180339887, 0.7548776662, 0.569840291, 0.8191725134]
  for (let i = 1; i <= n; i++) yield steps.slice(0, count).map((s) => 5.8 * ((i * s) % 1) - 2.9)
}

function checkAgainstDifferences(e: Expression, count: number, domain = '1'): number {
  const names = letters.slice(0, count)
  const inside = compileFunction(parse(domain), names)
  const f = compileFunction(e, names)
  const slopes = gradient(e, names).map((g) => compileFunction(g, names))
  let checked = 0
  for (const at of spread(count)) {
    if (!inside(...at)) continue
    slopes.forEach((slope, i) => {
      const shifted = (h: number) => f(...at.map((v, j) => (i === j ? v + h : v)))
      const d = (h: number) => (shifted(h) - shifted(-h)) / (2 * h)
      const limit = (4 * d(1e-4) - d(2e-4)) / 3
      const scale = 1 + Math.abs(limit) + Math.abs(f(...at))
      expect(Math.abs(slope(...at) - limit) / scale, `${names[i]} at ${at}`).toBeLessThan(1e-7)
      checked++
    })
  }
  return checked
}

describe.each(all)('%s', (operation, row) => {
  const count = row.derivative.length

  test('its derivatives are the limits of differences, over its domain', () => {
    expect(checkAgainstDifferences(general(operation), count, domains[operation])).toBeGreaterThan(
      20,
    )
  })

  test('so are the derivatives of its derivatives', () => {
    for (const first of gradient(general(operation), letters.slice(0, count))) {
      checkAgainstDifferences(first, count, domains[operation])
    }
  })

  test('its value and derivatives are those of PyTorch, special cases included', () => {
    for (const { at, value, grad, operation: of } of torch.operations) {
      if (of !== operation) continue
      const numbers = at.map(Number)
      const e = general(operation, numbers.length)
      const lookUp = (n: string) => numbers[letters.indexOf(n)] ?? NaN
      const place = `${operation}(${at})`
      expectSame(evaluate(e, lookUp), Number(value), place)
      gradient(e, letters.slice(0, numbers.length)).forEach((g, i) => {
        expectSame(evaluate(g, lookUp), Number(grad[i]), `derivative ${i} of ${place}`)
      })
    }
  })
})

test('PyTorch was asked about every function that has special cases', () => {
  const asked = new Set(torch.operations.map((row) => row.operation))
  const unasked = all.map(([operation]) => operation).filter((operation) => !asked.has(operation))
  expect(unasked).toEqual(['where', 'lt', 'le', 'gt', 'ge', 'eq'])
})

describe('a power with a number for its exponent is PyTorch’s, with its slope and the slope of that', () => {
  const written = (exponent: number) => {
    const half = exponent * 2
    return [`x^${exponent}`, `pow(x, ${exponent})`, `x^(${half}/2)`, `x^(pi*${exponent}/pi)`]
  }
  test.each(torch.powers.map((row) => [`${row.exponent} of ${row.at}`, row] as const))(
    '%s',
    (place, { exponent, at, value, slope, bend }) => {
      for (const text of written(exponent)) {
        const e = parse(text)
        const [first] = gradient(e, ['x']) as [Expression]
        const all = [e, first, ...gradient(first, ['x'])]
        const ours = all.map((f) => compileFunction(f, ['x'])(Number(at)))
        ours.forEach((v, i) => {
          expectSame(v, Number([value, slope, bend][i]), `${text}: ${i} of ${place}`)
        })
      }
    },
  )
})

test('no gradient flows through a comparison or a condition', () => {
  const e = parse('where(x > 1, 3*x, x^2)')
  const [slope] = gradient(e, ['x']) as [Expression]
  expect(evaluate(slope, () => 2)).toBe(3)
  expect(evaluate(slope, () => 0.5)).toBe(1)
  expect(gradient(parse('x < 2'), ['x'])).toEqual([number(0)])
})

test('where a branch not taken is infinite, the derivative is NaN, as in PyTorch', () => {
  const [slope] = gradient(parse('where(x > 0, sqrt(x), 0)'), ['x']) as [Expression]
  expect(evaluate(slope, () => -1)).toBeNaN()
})

test.each(['softplus', 'elu', 'silu', 'gelu', 'sigmoid', 'tanh', 'relu'])(
  'far out %s has no curvature left, as in PyTorch, rather than none at all',
  (word) => {
    const [slope] = gradient(parse(`${word}(x)`), ['x']) as [Expression]
    const [bend] = gradient(slope, ['x']) as [Expression]
    for (const x of [-4000, -800, 800, 4000]) expect(evaluate(bend, () => x)).toBeCloseTo(0, 12)
  },
)

test.each(['softplus', 'elu', 'silu', 'gelu', 'relu'])(
  '%s of a huge number is that number, and nearly nothing below 0',
  (word) => {
    const value = compileFunction(parse(`${word}(x)`), ['x'])
    for (const x of [1e20, 1e300, Number.MAX_VALUE]) {
      expect(value(x)).toBe(x)
      expect(Math.abs(value(-x))).toBeLessThanOrEqual(1)
    }
  },
)

test('n equal arguments of max get 1/n each', () => {
  const shares = gradient(parse('max(a, b, c, d)'), letters).map((g) =>
    evaluate(g, (n) => (n === 'd' ? 1 : 2)),
  )
  expect(shares).toEqual([1 / 3, 1 / 3, 1 / 3, 0])
})

test.each([
  [0.5, 0.5204998778130465],
  [1, 0.8427007929497149],
  [2, 0.9953222650189527],
  [2.5, 0.999593047982555],
  [3.5, 0.9999992569016276],
  [-1, -0.8427007929497149],
])('erf(%f) to the last digits', (x, value) => {
  expect(Math.abs(erf(x) - value)).toBeLessThan(4e-16)
})

function expectSame(actual: number, expected: number, place: string) {
  if (!Number.isFinite(expected)) return expect(actual, place).toBe(expected)
  expect(Math.abs(actual - expected) / (1 + Math.abs(expected)), place).toBeLessThan(4e-15)
}
