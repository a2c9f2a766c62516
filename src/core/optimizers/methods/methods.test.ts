// Methods that look at the whole point, or at the function itself: identities, conditions, counts and degenerate cases.
import { describe, expect, test } from 'vitest'
import type { Experiment, RunSpec } from '../../experiment/experiment.ts'
import type { Trace } from '../../index.ts'
import { parseLoss, variablesOf } from '../../language/loss.ts'
import { compileFunction } from '../../language/program.ts'
import { runExperiment } from '../../runs/runExperiment.ts'
import { optimizers } from '../index.ts'

const run = (
  f: string,
  start: readonly number[],
  optimizer: string,
  hyper: NonNullable<RunSpec['hyper']> = {},
  more: Partial<Experiment> & { schedule?: RunSpec['schedule'] } = {},
): Trace => {
  const { schedule, ...rest } = more
  const spec = { optimizer, hyper, ...(schedule && { schedule }) }
  return runExperiment({ f, start, steps: 20, runs: [spec], ...rest })[0] as Trace
}
const row = (of: Float64Array, k: number, d: number) => [...of.slice(k * d, k * d + d)]
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, v, i) => sum + v * (b[i] as number), 0)
const methods = ['lbfgs', 'newton', 'gd-armijo', 'gd-wolfe', 'cg', 'nesterov']

describe('identities', () => {
  test.each([
    ['3*x^2 - 4*x + 1', [7], [2 / 3]],
    ['x^2 + x*y + 3*y^2 - x', [5, -4], [6 / 11, -1 / 11]],
    ['x^2 + y^2 + z^2 + x*y - 2*z', [5, -4, 3], [0, 0, 1]],
  ])('Newton solves %s in one step', (f, start, minimum) => {
    const d = start.length
    const { x } = run(f, start, 'newton', {}, { steps: 2 })
    for (const k of [1, 2])
      row(x, k, d).forEach((value, i) => {
        expect(value).toBeCloseTo(minimum[i] as number, 13)
      })
  })

  test('damped Newton steps are shorter, and infinite damping is none', () => {
    const step = (damping: number) =>
      8 - (run('x^2', [8], 'newton', { damping }, { steps: 1 }).x[1] as number)
    expect(step(0)).toBeCloseTo(8, 14)
    expect(step(2)).toBeCloseTo(4, 14)
    const damped = run('x^2 + 3*y^2', [8, 4], 'newton', { damping: 2 }, { steps: 1 })
    expect(row(damped.x, 1, 2)).toEqual([8 - 16 / 4, 4 - 24 / 8])
  })

  test('heavy ball without memory is gradient descent', () => {
    const f = 'x^2/20 + tanh(sin(x)) + (x - y)^2'
    expect(run(f, [8, 1], 'heavy-ball', { lr: 0.1, beta: 0 }).x).toEqual(
      run(f, [8, 1], 'sgd', { lr: 0.1 }).x,
    )
  })

  test('heavy ball is PyTorch’s momentum while the rate is constant, and not under a schedule', () => {
    const both = (schedule?: RunSpec['schedule']) =>
      [
        run('tanhsin', [8], 'heavy-ball', { lr: 0.1, beta: 0.8 }, { schedule }),
        run('tanhsin', [8], 'sgd', { lr: 0.1, momentum: 0.8 }, { schedule }),
      ] as const
    const [ball, sgd] = both()
    for (const [k, v] of ball.x.entries()) expect(v).toBeCloseTo(sgd.x[k] as number, 12)
    const [led, other] = both({ kind: 'exponential', gamma: 0.8 })
    expect(led.x[10]).not.toBeCloseTo(other.x[10] as number, 3)
  })

  test('Nesterov’s own form is PyTorch’s, seen from where the momentum leads', () => {
    const [lr, beta] = [0.05, 0.8]
    const own = run('tanhsin', [8], 'nesterov', { lr, beta }).x
    const torch = run('tanhsin', [8], 'sgd', { lr, momentum: beta, nesterov: true }).x
    torch.slice(1).forEach((value, k) => {
      const [before, now] = [own[k] as number, own[k + 1] as number]
      expect(value).toBeCloseTo(now + beta * (now - before), 12)
    })
  })
})

describe('line searches keep their conditions', () => {
  const functions = [
    ['x^2/20 + tanh(sin(x))', [8]],
    ['(1 - x)^2 + 10*(y - x^2)^2', [-1.5, 2]],
    ['x^4 + y^4 + z^4 + x*y*z', [2, -1, 1]],
  ] as const

  test.each(functions)(
    'Armijo on %s: sufficient decrease, by the first trial that has it',
    (f, start) => {
      const d = start.length
      const value = compileFunction(parseLoss(f), variablesOf(parseLoss(f)))
      const [lr, c1, rho] = [1, 0.3, 0.6]
      const {
        x,
        f: at,
        grad,
        quantities,
        evaluations,
      } = run(f, start, 'gd-armijo', { lr, c1, rho })
      for (let k = 0; k < at.length - 1; k++) {
        const g = row(grad, k, d)
        const meets = (alpha: number) =>
          value(...row(x, k, d).map((v, i) => v - alpha * (g[i] as number))) <=
          (at[k] as number) - c1 * alpha * dot(g, g)
        const n = quantities.n?.[k * d] as number
        expect(meets(lr * rho ** n)).toBe(true)
        for (let i = 0; i < n; i++) expect(meets(lr * rho ** i)).toBe(false)
        expect(evaluations[k]).toBe(n + 2)
      }
    },
  )

  test.each(functions)('Wolfe on %s: sufficient decrease and flatter slope', (f, start) => {
    const d = start.length
    for (const [optimizer, c2] of [
      ['gd-wolfe', 0.9],
      ['gd-wolfe', 0.2],
      ['cg', 0.1],
    ] as const) {
      const { x, f: at, grad, quantities } = run(f, start, optimizer, { lr: 0.3, c1: 1e-4, c2 })
      for (let k = 0; k < at.length - 1; k++) {
        const alpha = quantities.alpha?.[k * d] as number
        const g = row(grad, k, d)
        const direction =
          optimizer === 'cg' ? row(quantities.d as Float64Array, k, d) : g.map((v) => -v)
        const slope = dot(g, direction)
        // Where nothing is left to gain, rounding decides.
        if (Math.abs(slope) * alpha < 1e-12) continue
        expect(slope).toBeLessThan(0)
        expect(at[k + 1]).toBeLessThanOrEqual((at[k] as number) + 1e-4 * alpha * slope + 1e-15)
        const after = dot(row(grad, k + 1, d), direction)
        expect(Math.abs(after)).toBeLessThanOrEqual(c2 * Math.abs(slope) + 1e-12)
        row(x, k + 1, d).forEach((v, i) => {
          expect(v).toBeCloseTo((x[k * d + i] as number) + alpha * (direction[i] as number), 12)
        })
      }
    }
  })

  test('conjugate gradients need two nearly exact searches on a quadratic of two variables', () => {
    const { x } = run(
      'x^2 + 20*y^2 + x*y',
      [9, 1],
      'cg',
      { c1: 1e-9, c2: 1e-6, lr: 0.1 },
      { steps: 3 },
    )
    expect(Math.hypot(...row(x, 3, 2))).toBeLessThan(1e-4)
    const steepest = run(
      'x^2 + 20*y^2 + x*y',
      [9, 1],
      'gd-wolfe',
      { c2: 1e-3, lr: 0.1 },
      { steps: 3 },
    )
    expect(Math.hypot(...row(steepest.x, 3, 2))).toBeGreaterThan(0.5)
  })
})

describe('evaluations', () => {
  test.each(methods)('of %s are those recorded, and one for where the step begins', (optimizer) => {
    for (const start of [[8], [3, -1]]) {
      const f = start.length === 1 ? 'tanhsin' : 'sin(x) + x^2/8 + (x - y)^2/4'
      const { evaluations, probes } = run(f, start, optimizer, { lr: 0.2 })
      const inner = evaluations.map((_, k) => probes.step.filter((step) => step === k).length)
      // Nesterov's own form looks ahead instead.
      const here = optimizer === 'nesterov' ? 0 : 1
      expect([...evaluations]).toEqual([...inner].map((count) => count + here))
      const value = compileFunction(parseLoss(f === 'tanhsin' ? 'x^2/20 + tanh(sin(x))' : f), [
        'x',
        'y',
      ])
      for (const [i, v] of probes.f.entries())
        expect(v).toBe(value(...row(probes.x, i, start.length)))
    }
  })

  test.each([...methods, 'sgd', 'adam'])(
    'with the budget in evaluations no step of %s begins at or over it',
    (optimizer) => {
      for (const steps of [0, 1, 2, 7, 30]) {
        const { evaluations } = run(
          'tanhsin',
          [8],
          optimizer,
          { lr: 0.2 },
          { steps, budget: 'evaluations' },
        )
        const all = evaluations.reduce((a, b) => a + b, 0)
        const last = evaluations.at(-1) ?? 0
        if (steps) expect(all - last).toBeLessThan(steps)
        expect(all).toBeGreaterThanOrEqual(steps)
      }
    },
  )
})

describe('degenerate cases end with a sentence', () => {
  const all = optimizers.map((o) => o.id)
  const cases: readonly (readonly [string, readonly number[]])[] = [
    ['3', [1]],
    ['x', [1]],
    ['-x - y', [1, 1]],
    ['x^2', [0]],
    ['log(x)', [1]],
    ['sqrt(x) + y^2', [0.1, 1]],
    ['abs(x)', [1]],
    ['abs(x) + max(y, -2*y)', [1, -1]],
    ['x^2 + y^2 + z^2', [1, 2, 3]],
    ['-exp(x)', [1]],
    ['x^3', [1]],
    ['1/x', [1]],
    ['floor(x)', [1.5]],
    ['x^2*y', [0, 0]],
    ['sin(1/x)', [0.1]],
    ['where(x > 0, x, 1/0)', [1]],
  ]
  test.each(all.flatMap((id) => cases.map(([f, start]) => [id, f, start] as const)))(
    '%s on %s',
    (optimizer, f, start) => {
      for (const lr of [0, 0.5, 1e6]) {
        const { outcome, x, f: value, evaluations } = run(f, start, optimizer, { lr })
        expect(outcome.message).toMatch(/^[A-Z].*\.$/s)
        expect(outcome.message).not.toMatch(/undefined|NaN|Infinity|object/)
        expect(x.every(Number.isFinite)).toBe(true)
        expect(value).toHaveLength(x.length / start.length)
        expect(evaluations).toHaveLength(value.length - 1)
        expect(evaluations.every((n) => n >= 1 && n <= 1000)).toBe(true)
      }
    },
  )
})
