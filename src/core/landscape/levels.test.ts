import { describe, expect, test } from 'vitest'
import { functions } from '../functions/index.ts'
import { parseLoss } from '../language/loss.ts'
import { compileFunction } from '../language/program.ts'
import { readLoss } from '../loss/loss.ts'
import { gridOf } from './grid.ts'
import type { Region } from './landscape.ts'
import { levelsOf } from './levels.ts'

const around = (x: number, y: number, half = 2): Region => ({
  x: [x - half, x + half],
  y: [y - half, y + half],
})
const gridOfText = (text: string, region: Region) =>
  gridOf(parseLoss(text), ['x', 'y'], region, 100, 100)
const levels = (text: string, region: Region, minima: readonly number[] = []) =>
  levelsOf(gridOfText(text, region), minima)

describe('levels', () => {
  const surfaces = functions.filter(({ domain }) => domain.length === 2)

  test.each(surfaces.map(({ id, domain }) => [id, domain] as const))(
    'of %s ascend within the values in view',
    (id, domain) => {
      const { expression, variables, minima } = readLoss(id)
      const [x, y] = domain
      const grid = gridOf(expression, variables, { x, y } as Region, 100, 100)
      const f = compileFunction(expression, variables)
      const { values, kind } = levelsOf(
        grid,
        minima.map((at) => f(...at)),
      )
      expect(kind).toBe(minima.length ? 'logarithmic' : 'quantiles')
      expect(values.length).toBeGreaterThanOrEqual(14)
      expect(values.length).toBeLessThanOrEqual(28)
      expect(values[0]).toBeGreaterThan(Math.min(...grid.values))
      expect(values.at(-1)).toBeLessThan(Math.max(...grid.values))
      expect([...values]).toEqual([...new Set(values)].sort((a, b) => a - b))
    },
  )

  test('above a minimum are equal parts of powers of ten, those themselves among them', () => {
    const { values, floor } = levels('x^2 + y^2 + 5', around(0, 0), [5])
    expect(floor).toBe(5)
    const exponents = [...values].map((value) => Math.log10(value - floor))
    const step = (exponents[1] as number) - (exponents[0] as number)
    for (const exponent of exponents) {
      expect(exponent / step).toBeCloseTo(Math.round(exponent / step), 9)
    }
    expect(exponents).toContainEqual(expect.closeTo(0, 9))
    expect(exponents).toContainEqual(expect.closeTo(-1, 9))
  })

  test('stay where they are while the picture is moved', () => {
    const before = levels('x^2 + 10y^2', around(0, 0), [0]).values
    const after = levels('x^2 + 10y^2', around(0.3, 0.1), [0]).values
    const shared = after.filter((value) => before.includes(value))
    expect(shared.length).toBeGreaterThanOrEqual(Math.min(before.length, after.length) - 3)
  })

  test.each([
    [1, 1],
    [1e-3, 1e-3],
    [1e-6, 1e-6],
  ])('are enough far from the minimum, too: half a width of %s', (half) => {
    const { values, kind } = levels('x^2 + y^2', around(30, 20, half), [0])
    expect(kind).toBe('logarithmic')
    expect(values.length).toBeGreaterThanOrEqual(14)
    expect(values.length).toBeLessThanOrEqual(45)
  })

  test('are not logarithmic above a minimum that is not the lowest value', () => {
    expect(levels('x^3/3 - x + y^2', around(0, 0), [-2 / 3]).kind).toBe('logarithmic')
    expect(levels('x^3/3 - x + y^2', around(-1, 0), [-2 / 3]).kind).toBe('quantiles')
  })

  test('without a minimum are passed by equally much of the picture, and are round', () => {
    const grid = gridOfText('x + y', around(0, 0))
    const { values, floor } = levelsOf(grid, [])
    expect(floor).toBeNaN()
    expect(values).toHaveLength(19)
    values.forEach((level, i) => {
      const share = grid.values.filter((value) => value < level).length / grid.values.length
      expect(Math.abs(share - (i + 1) / 20)).toBeLessThan(0.03)
      expect(String(level).length).toBeLessThanOrEqual(5)
    })
    expect(values).toContain(0)
  })

  test.each(['3', '(1/0)*x', 'sin(x)^2 + cos(x)^2', 'log(-1 - x^2)'])(
    'of %s there are none',
    (text) => {
      expect(levels(text, around(0, 0), [3]).values).toHaveLength(0)
    },
  )

  test('are not all eaten by a pole', () => {
    const { values } = levels('x + 1/(x^2 + y^2)^4', around(0, 0))
    expect([...values].filter((value) => value < 5).length).toBeGreaterThanOrEqual(15)
    const above = levels('x^2 + 1/(x^2 + y^2)^4', around(0, 0), [0.1]).values
    expect([...above].filter((value) => value < 5).length).toBeGreaterThanOrEqual(5)
  })

  test('mind no rounding below the minimum, and no minimum that is not finite', () => {
    const [value = 0, ...rest] = [3, 4, 5, 6, 7, 8]
    const grid = { values: Float64Array.from([value - 4e-16, ...rest]) }
    expect(levelsOf(grid, [value]).kind).toBe('logarithmic')
    expect(levelsOf(grid, [Number.NEGATIVE_INFINITY, Number.NaN]).kind).toBe('quantiles')
  })
})
