import { describe, expect, test } from 'vitest'
import { functions } from '../functions/index.ts'
import { readLoss } from './loss.ts'
import { minimumNear } from './minimumNear.ts'

const near = (f: string, from: readonly number[], reach = 0.5, sign: 1 | -1 = 1) =>
  minimumNear(readLoss(f), from, reach, sign)

describe('the minimum below a point', () => {
  test.each([
    ['(x - 5)^2 + 12', [4.9], [5]],
    ['1e6 + (x - 5)^2', [4.9], [5]],
    ['x^4', [0.3], [0]],
    ['abs(x - 1)', [1.2], [1]],
    ['max(x, -2*x)', [0.1], [0]],
    ['cos(x)', [3], [Math.PI]],
    ['1e-9*(x - 1)^2', [0.8], [1]],
    ['(x - 3)^2 + 100*(y - x)^2', [2.9, 3.05], [3, 3]],
    ['x^2 + y^2 + z^2 + x*y*z', [0.1, -0.1, 0.2], [0, 0, 0]],
    ['abs(x) + abs(y)', [0.11, -0.05], [0, 0]],
  ])('%s', (f, from, to) => {
    const found = near(f, from)
    expect(found).toBeDefined()
    found?.forEach((value, i) => {
      expect(value).toBeCloseTo(to[i] as number, 5)
    })
  })

  test.each([
    [[-381.4, 1.455e5], 2900],
    [[127.7, 16300], 100],
    [[4902, 2.403e7], 3e6],
  ])('a valley that winds has none at %j', (from, reach) => {
    expect(near('rosenbrock', from, reach)).toBeUndefined()
  })

  test('a valley of minima has the nearest of them', () => {
    const [x = NaN, y = NaN] = near('(x - y)^2', [1, 0.8]) ?? []
    expect([x, y]).toEqual([expect.closeTo(0.9, 6), expect.closeTo(0.9, 6)])
  })

  test('whoever climbs finds maxima', () => {
    expect(near('cos(x)', [0.2], 0.5, -1)?.[0]).toBeCloseTo(0, 6)
    expect(near('cos(x)', [0.2], 0.5)).toBeUndefined()
  })

  test.each([
    ['flat ground', 'exp(-x^2)', [8]],
    ['a slope without end', 'exp(-x)', [12]],
    ['too far', 'x^2', [1]],
    ['a constant', '3', [1]],
    ['nothing but a constant, far out', '-exp(-x^2)', [40]],
    ['a turning point', 'x^3', [0]],
    ['a turning point', 'x^3', [0.01]],
    ['a maximum', '-x^2', [0]],
    ['a saddle point', 'x^2 - y^2', [0, 0]],
    ['a kink from which it falls', 'abs(x) - abs(y)', [0, 0]],
    ['a pole', '1/x', [0.1]],
    ['outside the domain', 'log(x)', [0.1]],
  ])('%s has none: %s', (_, f, from) => {
    expect(near(f, from)).toBeUndefined()
  })

  test.each(
    functions.filter(({ minima }) => minima.length > 0).map((entry) => [entry.id] as const),
  )('beside each minimum of %s', (id) => {
    const loss = readLoss(id)
    for (const minimum of loss.minima) {
      const found = minimumNear(
        loss,
        minimum.map((value, i) => value + (i % 2 ? -0.004 : 0.003)),
        0.05,
      )
      expect(found, `${minimum}`).toBeDefined()
      found?.forEach((value, i) => {
        expect(value).toBeCloseTo(minimum[i] as number, 4)
      })
    }
  })
})
