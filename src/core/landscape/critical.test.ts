import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { functionById, functions } from '../functions/index.ts'
import { gradient } from '../language/derivative.ts'
import { compileFunction } from '../language/program.ts'
import { readLoss } from '../loss/loss.ts'
import { criticalPoints } from './critical.ts'
import type { CriticalPoint, Region } from './landscape.ts'

const square = (half: number, x = 0, y = 0): Region => ({
  x: [x - half, x + half],
  y: [y - half, y + half],
})
/** Not symmetrical, so that no sample lies on an axis. */
const aslant: Region = { x: [-2, 3], y: [-3, 2] }
const pointsOf = (f: string, region = aslant) => criticalPoints(readLoss(f), region)
const kinds = (points: readonly CriticalPoint[]) => points.map(({ kind }) => kind).sort()
const times = (count: number, kind: CriticalPoint['kind']) =>
  Array.from({ length: count }, () => kind)

const surfaces = functions.filter(({ domain }) => domain.length === 2)
const domainOf = (id: string): Region => {
  const [x, y] = functionById(id)?.domain ?? []
  return { x, y } as Region
}

describe.each(surfaces.map(({ id }) => [id]))('of %s', (id) => {
  const loss = readLoss(id)
  const found = criticalPoints(loss, domainOf(id))

  test('every known minimum is found, the lowest first, as many as there is room for', () => {
    const low = found.filter(({ kind }) => kind === 'minimum' || kind === 'kink')
    expect(low).toHaveLength(Math.min(loss.minima.length, 60))
    expect(found.slice(0, low.length)).toEqual(low)
    expect(low.map(({ f }) => f)).toEqual(low.map(({ f }) => f).sort((a, b) => a - b))
    for (const { x, y } of low) {
      const known = loss.minima.filter(([a = 0, b = 0]) => Math.hypot(a - x, b - y) < 1e-9)
      expect(known).toHaveLength(1)
    }
  })

  test('all have a slope of 0, but for kinks', () => {
    const slopes = gradient(loss.expression, loss.variables).map((g) =>
      compileFunction(g, loss.variables),
    )
    for (const { x, y, kind, curvatures } of found) {
      if (kind === 'kink') continue
      const size = Math.hypot(...slopes.map((g) => g(x, y)))
      expect(size).toBeLessThanOrEqual(1e-11 * Math.max(1, ...curvatures.map(Math.abs)))
    }
  })
})

describe('in the catalogue', () => {
  test.each<[string, CriticalPoint['kind'][]]>([
    ['himmelblau', [...times(1, 'maximum'), ...times(4, 'minimum'), ...times(4, 'saddle')]],
    ['styblinski', [...times(1, 'maximum'), ...times(4, 'minimum'), ...times(4, 'saddle')]],
    ['camel', [...times(3, 'minimum'), ...times(2, 'saddle')]],
    ['saddle', ['saddle']],
    ['product', ['saddle']],
    ['monkey', ['flat']],
    ['rosenbrock', ['minimum']],
    ['sum', []],
    ['max', []],
  ])('%s has these kinds', (id, expected) => {
    expect(kinds(pointsOf(id, domainOf(id)))).toEqual(expected)
  })

  test('ackley’s funnel ends in a kink without curvatures', () => {
    const [centre] = pointsOf('ackley', domainOf('ackley'))
    expect(centre).toMatchObject({ x: 0, y: 0, kind: 'kink', curvatures: [Number.NaN, Number.NaN] })
  })

  test('the saddle of the product has the curvatures 1 and −1', () => {
    expect(pointsOf('product')).toEqual([
      { x: 0, y: 0, f: 0, kind: 'saddle', curvatures: [1, expect.closeTo(-1, 15)] },
    ])
  })
})

describe('of typed expressions', () => {
  test.each<[string, [number, number, CriticalPoint['kind']][]]>([
    ['(x - 1)^2 + (y + 2)^2', [[1, -2, 'minimum']]],
    ['3 - x^2 - x*y - y^2', [[0, 0, 'maximum']]],
    ['exp(-100*(x^2 + y^2))', [[0, 0, 'maximum']]],
    ['1e200*(x^2 + y^2)', [[0, 0, 'minimum']]],
    ['1e-200*(x^2 + y^2)', [[0, 0, 'minimum']]],
    ['x^4 + y^4', [[0, 0, 'flat']]],
    ['y^2 + x^3', [[0, 0, 'flat']]],
    ['abs(x) + abs(y - 0.5)', [[0, 0.5, 'kink']]],
    ['max(abs(x), abs(y))', [[0, 0, 'kink']]],
    ['sqrt(x^2 + y^2)', [[0, 0, 'kink']]],
    ['abs(x - 1) + y^2', [[1, 0, 'kink']]],
    ['max((x - 1)^2, (x + 1)^2) + y^2', [[0, 0, 'kink']]],
    ['100*abs(y - x^2) + abs(1 - x)', [[1, 1, 'kink']]],
    ['(x^2 + y^2 - 1)^2', [[0, 0, 'maximum']]],
    [
      'min((x - 1)^2, (x + 1)^2) + y^2',
      [
        [-1, 0, 'minimum'],
        [1, 0, 'minimum'],
      ],
    ],
  ])('%s', (f, expected) => {
    for (const region of [aslant, square(2.5)]) {
      const found = pointsOf(f, region).sort((a, b) => a.x - b.x)
      expect(found.map(({ kind }) => kind)).toEqual(expected.map(([, , kind]) => kind))
      expected.forEach(([x, y], i) => {
        expect(found[i]?.x).toBeCloseTo(x, 6)
        expect(found[i]?.y).toBeCloseTo(y, 6)
      })
    }
  })

  test.each([
    'x^2 + 0*y',
    '(x*y)^2',
    '3 + 0*x*y',
    '(x - y)^2',
    'abs(x - y)',
    'abs(x) - abs(y)',
    'relu(x) + relu(y)',
    'floor(x) + floor(y)',
    'log(x) + x*y',
    '1/x + 1/y',
    '1/(x^2 + y^2)',
    'log(x^2 + y^2)',
    'sqrt(x) + y^2',
    'log(-1 - x^2 - y^2)',
    'log(1 + exp(-x)) + y^2',
    '1e300*x^2*exp(y)*1e300',
  ])('%s has none that stand alone', (f) => {
    expect(pointsOf(f)).toEqual([])
    expect(pointsOf(f, square(2))).toEqual([])
  })

  test('a function of one variable or of three has none here', () => {
    expect(pointsOf('x^2')).toEqual([])
    expect(pointsOf('x^2 + y^2 + z^2')).toEqual([])
  })

  test('many are cut to the lowest', () => {
    const found = pointsOf('sin(10x)*sin(10y) + x/100')
    expect(found).toHaveLength(60)
    expect(kinds(found)).toEqual(times(60, 'minimum'))
  })
})

test.each([1e4, 10, 1, 1e-3, 1e-6, 1e-9])(
  'a region of half width %s shows the same minimum',
  (half) => {
    const found = pointsOf('rosenbrock', square(half, 1 + half / 3, 1 - half / 7))
    expect(found.map(({ kind, x, y }) => [kind, x, y])).toEqual([['minimum', 1, 1]])
  },
)

describe('of random polynomials', () => {
  const terms = [3, 2, 1, 0].flatMap((i) => [3, 2, 1, 0].map((j) => [i, j] as const))
  const polynomial = fc
    .array(fc.integer({ min: -9, max: 9 }), { minLength: terms.length, maxLength: terms.length })
    .map((coefficients) =>
      coefficients.map((c, k) => `(${c}/10)*x^${terms[k]?.[0]}*y^${terms[k]?.[1]}`),
    )
    .map((list) =>
      list.filter((_, k) => (terms[k]?.[0] ?? 0) + (terms[k]?.[1] ?? 0) <= 4).join(' + '),
    )
    .map((text) => `${text} + 0*x*y`)

  test('the values around each agree with its kind', () => {
    let looked = 0
    fc.assert(
      fc.property(polynomial, (text) => {
        const loss = readLoss(text)
        const f = compileFunction(loss.expression, loss.variables)
        for (const { x, y, f: own, kind, curvatures } of criticalPoints(loss, square(2))) {
          const steepest = Math.max(...curvatures.map(Math.abs))
          const least = Math.min(...curvatures.map(Math.abs))
          // Only where the curvatures speak at this distance: third derivatives are below 100 here.
          const r = 1e-3
          if (least < 0.2 || steepest > 1e3) continue
          looked++
          const rises = Array.from({ length: 48 }, (_, i) => {
            const angle = (i * Math.PI) / 24
            return f(x + r * Math.cos(angle), y + r * Math.sin(angle)) - own
          })
          const isHigher = Math.min(...rises) > 0
          const isLower = Math.max(...rises) < 0
          expect(kind).toBe(isHigher ? 'minimum' : isLower ? 'maximum' : 'saddle')
        }
      }),
      { numRuns: 60, seed: 7 },
    )
    expect(looked).toBeGreaterThan(60)
  })

  test('at most as many are found as a theorem allows', () => {
    fc.assert(
      fc.property(polynomial, (text) => {
        // Bézout: two curves of degree 3 meet in at most 9 points, unless they share a part.
        expect(pointsOf(text, square(2)).length).toBeLessThanOrEqual(9)
      }),
      { numRuns: 40, seed: 11 },
    )
  })
})
